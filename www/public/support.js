/*
 * Tells people on a browser that is too old in one sentence, instead of leaving the page blank.
 *
 * A classic script in the oldest syntax, served as it stands: it has to run where the rest can't. It asks for features, not
 * names: Safari 16 brought HTMLScriptElement.supports, Firefox 102 TransformStream, Chromium 97 Array.prototype.findLast (which
 * Firefox got two versions after 102, so it isn't asked there).
 */
(function () {
  var root = document.documentElement;
  var firefox = 'MozAppearance' in root.style;
  var fit =
    typeof WebAssembly === 'object' &&
    typeof TransformStream === 'function' &&
    typeof HTMLScriptElement.supports === 'function' &&
    (firefox || 'findLast' in Array.prototype);
  if (fit) return;
  root.setAttribute('data-unsupported', '');
  document.getElementById('unsupported').removeAttribute('hidden');
})();
