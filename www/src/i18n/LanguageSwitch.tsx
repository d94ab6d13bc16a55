/** Changes to the other language; named in that language, for those who can't read this one. */
import { locale, speak } from './locale';

export function LanguageSwitch() {
  const other = locale.value === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" class="button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void speak(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
