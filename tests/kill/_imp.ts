for (const m of process.argv.slice(2)) {
  const t = process.cpuUsage();
  await import(m);
  const u = process.cpuUsage(t);
  console.log(m, Math.round((u.user + u.system) / 1000), 'ms cpu');
}
const u = process.cpuUsage();
console.log('total', Math.round((u.user + u.system) / 1000));
