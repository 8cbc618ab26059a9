import { stopStack } from '#tests/harness/global-setup.ts';

export default stopStack;
