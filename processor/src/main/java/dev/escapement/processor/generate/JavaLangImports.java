package dev.escapement.processor.generate;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter that removes unnecessary imports of {@code java.lang} classes. An import is necessary if the package has a
 * type of the same name.
 */
final class JavaLangImports {

    private static final Pattern IMPORT = Pattern.compile("\nimport java\\.lang\\.(\\w+);(?=\n)");

    private final Predicate<String> isType;
    private final String packageName;

    JavaLangImports(Predicate<String> isType, String packageName) {
        this.isType = isType;
        this.packageName = packageName;
    }

    /** Returns the source code without unnecessary imports of {@code java.lang} classes. */
    String onlyNeeded(String source) {
        return IMPORT.matcher(source)
                .replaceAll(found -> isHidden(found.group(1)) ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** Returns the shortest name by which a source file refers to a {@code java.lang} class without an import. */
    String reference(String name) {
        return isHidden(name) ? "java.lang." + name : name;
    }

    private boolean isHidden(String name) {
        return isType.test(packageName.isEmpty() ? name : packageName + "." + name);
    }
}
