/** Marks of punctuation that must not begin a line. */
export const NOT_FIRST = /^[\s，。、；：？！）」』》〉】〕〗］｝’”…·～々,.;:?!)\]}%％‰°℃]+$/u;
/** And those that must not end one. */
export const NOT_LAST = /[（「『《〈【〔〖［｛‘“([{¥￥£$]$/u;
