/** The quarters in which an audit can be: the one before this, and four years from now. */
export function quartersAround(today: string): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const first = year * 4 + Math.floor((month - 1) / 3) - 1;
  return Array.from({ length: 18 }, (_, index) => {
    const quarter = first + index;
    return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
  });
}
