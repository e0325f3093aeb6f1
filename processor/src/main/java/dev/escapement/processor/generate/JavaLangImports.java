package dev.escapement.processor.generate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.util.Elements;

/**
 * Leaves of the imports of {@code java.lang} those that are needed: where the package has a type of the same name, which
 * would be meant otherwise.
 */
final class JavaLangImports {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);\\n");

    private final Elements elements;
    private final String packageName;

    JavaLangImports(Elements elements, String packageName) {
        this.elements = elements;
        this.packageName = packageName;
    }

    /** A source that imports all of {@code java.lang} that it uses, without what is there anyway. */
    String onlyNeeded(String source) {
        return IMPORT.matcher(source)
                .replaceAll(found -> isHidden(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private boolean isHidden(String name) {
        return elements.getTypeElement(packageName.isEmpty() ? name : packageName + "." + name) != null;
    }
}
