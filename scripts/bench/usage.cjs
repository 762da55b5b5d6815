// Required before every measured program: leaves behind what the process has used, git's processes aside.
const { writeFileSync } = require("node:fs");

const file = process.env.BENCH_USAGE;
if (file !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(file, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
  });
}
