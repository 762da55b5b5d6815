import { renderTemplate } from "../document/template.ts";
import type { TestCase } from "../evidence/test-facts.ts";
import type { SourceFacts } from "../interface/source-facts.ts";
import { casesOfTests } from "./cases.ts";
import { dependenciesOf } from "./dependencies.ts";
import { titleOfId } from "./title.ts";

/** What a design document for existing code is made from. */
export interface DesignScaffold {
  /** Id of the component. */
  readonly id: string;
  /** Component type, and the text of its template. */
  readonly type: string;
  readonly template: string;
  readonly facts: SourceFacts;
  /** The Interface block, without a fence. */
  readonly interface: string;
  /** The component's tests, where it has some already. */
  readonly tests: readonly TestCase[];
  /** Id of the context that lists the component, where one does. */
  readonly context?: string;
  /** Id of the component that a specifier of the source leads to. */
  componentOf(specifier: string): string | null;
}

/** The draft of a source's design: what the code shows, and placeholders for what only a person can say. */
export function scaffoldDesign(input: DesignScaffold): string {
  const { dependsOn, externals } = dependenciesOf(input.facts.imports, (specifier) => input.componentOf(specifier));
  return renderTemplate(input.template, {
    title: titleOfId(input.id),
    lead: input.facts.lead,
    type: input.type,
    ...(input.context === undefined ? {} : { context: input.context }),
    interface: input.interface,
    dependsOn,
    externals,
    cases: casesOfTests(input.tests),
  });
}
