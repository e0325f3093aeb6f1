package dev.escapement.processor.generate;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves of the imports of {@code java.lang} those that are needed: where the package has a type of the same name, which
 * would be meant otherwise.
 */
final class JavaLangImports {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);\\n");

    private final Predicate<String> isType;
    private final String packageName;

    JavaLangImports(Predicate<String> isType, String packageName) {
        this.isType = isType;
        this.packageName = packageName;
    }

    /** A source that imports all of {@code java.lang} that it uses, without what is there anyway. */
    String onlyNeeded(String source) {
        return IMPORT.matcher(source)
                .replaceAll(found -> isHidden(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private boolean isHidden(String name) {
        return isType.test(packageName.isEmpty() ? name : packageName + "." + name);
    }
}
