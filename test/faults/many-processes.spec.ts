import { describeFaults } from './short-form.ts';

describeFaults(
  'Web and worker processes beside each other',
  [['F35', 'one of each killed, and one of each restarted, under load, nobody is failed and no policy acts twice']],
  'server',
);
