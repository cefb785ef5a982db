/** Paper and ink, for files: hexadecimal RGB without a sign, as Excel and Word want it. */
export const PAPER = {
  ink: '1D2129',
  inkSoft: '4B5361',
  inkFaint: '6B7280',
  line: 'D9D5CA',
  wash: 'F4F2EC',
  indigo: '264D7A',
  seal: 'B83A2B',
  rose: 'B4373F',
} as const;

/** DIN A4 in twentieths of a point, the unit of Word. */
export const A4 = { width: 11_906, height: 16_838 } as const;
