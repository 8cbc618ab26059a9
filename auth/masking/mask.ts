/** `379***********0130`: the first three and the last four characters of an identity number of 18 or 15; nothing of anything else. */
export function maskIdNumber(idNumber: string): string | null {
  return /^(?:\d{17}[\dX]|\d{15})$/.test(idNumber) ? masked(idNumber) : null;
}

/** `139****9901`: the first three and the last four digits of a mobile number; nothing of anything else. */
export function maskPhone(phone: string): string | null {
  return /^1\d{10}$/.test(phone) ? masked(phone) : null;
}

function masked(text: string): string {
  return `${text.slice(0, 3)}${'*'.repeat(text.length - 7)}${text.slice(-4)}`;
}

/** Whether the holder of an 18- or 15-character identity number is under eighteen on a day, `yyyy-MM-dd`. */
export function isMinorOn(idNumber: string, today: string): boolean {
  const birth = idNumber.length === 15 ? `19${idNumber.slice(6, 12)}` : idNumber.slice(6, 14);
  const adult = `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}`;
  return today.replaceAll('-', '') < adult;
}
