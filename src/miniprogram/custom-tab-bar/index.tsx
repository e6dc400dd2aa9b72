/** WeChat asks for this file; the tab bar itself is drawn by the tab's own page, once for both platforms. */
export default function CustomTabBar() {
  return null;
}
