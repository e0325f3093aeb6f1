package dev.escapement.processor.read;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment as plain text: what a model can be told. HTML is taken off, and inline tags become what a
 * reader would see.
 *
 * @param description the main description, on one line; may be empty
 * @param parameters the texts of the {@code @param} tags by name
 */
record Javadoc(String description, Map<String, String> parameters) {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@(?=[a-zA-Z])");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern HTML_TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
    private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.*)", Pattern.DOTALL);

    /** The comment of an element; from a class file there is none. */
    static Javadoc of(Element element, Elements elements) {
        return parse(elements.getDocComment(element));
    }

    static Javadoc parse(@Nullable String comment) {
        if (comment == null) {
            return new Javadoc("", Map.of());
        }
        String[] blocks = BLOCK_TAG.split(comment, -1);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < blocks.length; i++) {
            Matcher param = PARAM.matcher(blocks[i]);
            if (param.matches()) {
                parameters.put(param.group(1), plain(param.group(2)));
            }
        }
        return new Javadoc(plain(blocks[0]), parameters);
    }

    /** The text of a parameter. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    private static String plain(String markup) {
        String text = INLINE_TAG.matcher(markup).replaceAll(tag -> Matcher.quoteReplacement(inline(tag)));
        text = HTML_TAG.matcher(text).replaceAll(" ");
        text = text.replace('\u0001', '<').replace('\u0002', '>');
        text = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&#64;", "@")
                .replace("&amp;", "&");
        return text.strip().replaceAll("\\s+", " ").replaceAll(" ([.,;:!?])(?=\\s|$)", "$1");
    }

    private static String inline(MatchResult tag) {
        String content = tag.group(2).strip();
        return switch (tag.group(1).toLowerCase(Locale.ROOT)) {
            // What is literal must not be taken for markup afterwards.
            case "code", "literal" -> content.replace('<', '\u0001').replace('>', '\u0002');
            case "link", "linkplain" -> {
                int space = content.indexOf(' ');
                yield space < 0 ? content.replaceFirst("^#", "").replace('#', '.') : content.substring(space + 1);
            }
            default -> content;
        };
    }
}
