package dev.anycarrier.browser.testing;

/** Finds text that WCAG 2.2 would not call readable (AA: 4.5 to 1, or 3 to 1 where it is large). */
public final class Contrast {

    /** An expression of all such texts on a page, each with its contrast. Colours here are opaque. */
    public static final String SCRIPT = """
            (() => {
              const channels = color => color.match(/[\\d.]+/g).map(Number);
              const light = color => {
                const [r, g, b] = channels(color).slice(0, 3).map(v => v / 255)
                    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = element => {
                for (let at = element; at; at = at.parentElement) {
                  const color = channels(getComputedStyle(at).backgroundColor);
                  if (color.length < 4 || color[3] > 0) {
                    return getComputedStyle(at).backgroundColor;
                  }
                }
                return 'rgb(255, 255, 255)';
              };
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                const element = text.parentElement;
                if (!text.data.trim() || element.getClientRects().length === 0) {
                  continue;
                }
                const style = getComputedStyle(element);
                const pair = [light(style.color), light(behind(element))].sort((a, b) => b - a);
                const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
                if (contrast < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) {
                  found.push(contrast.toFixed(2) + ' ' + element.className + ': ' + text.data.slice(0, 60));
                }
              }
              return found;
            })()
            """;

    private Contrast() {}
}
