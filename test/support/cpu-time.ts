/** Milliseconds of processor time that this process has used: unlike the clock it does not grow while other programs run. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
