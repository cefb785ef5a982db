import { ProfilePage } from '#features/account/web/ProfilePage.tsx';
import { FeedSection } from '#features/schedule/web/calendars/FeedSection.tsx';

/** 我的账号, with what later features keep for a person. */
export function AccountPage() {
  return <ProfilePage><FeedSection /></ProfilePage>;
}
