/** What a command may touch of the process that it runs in, handed in by `main`. */
export interface CommandIo {
  /** Absolute path of the folder that the command was called in. */
  readonly cwd: string;
  stdout(text: string): void;
  stderr(text: string): void;
  /** True where a person can be asked: standard input and output are a terminal. */
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly color: boolean;
  /** Width of the terminal in columns. */
  readonly columns: number;
}
