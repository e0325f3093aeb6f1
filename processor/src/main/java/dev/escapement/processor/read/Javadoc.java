package dev.escapement.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment, converted to plain text for models.
 *
 * @param description the main description, on one line, empty if there is none
 * @param parameters the descriptions in the {@code @param} tags, by name
 */
record Javadoc(String description, Map<String, String> parameters) {

    private static final Pattern PARAM = Pattern.compile("@param\\s+([^\\s<]\\S*)\\s+(.*)", Pattern.DOTALL);

    /** Returns the documentation comment of an element, empty for an element from a class file. */
    static Javadoc of(Element element, Elements elements) {
        return parse(elements.getDocComment(element));
    }

    static Javadoc parse(@Nullable String comment) {
        if (comment == null) {
            return new Javadoc("", Map.of());
        }
        List<String> blocks = blocks(comment);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String block : blocks) {
            Matcher param = PARAM.matcher(block);
            if (param.matches()) {
                parameters.put(param.group(1), JavadocMarkup.plain(param.group(2)));
            }
        }
        return new Javadoc(JavadocMarkup.plain(blocks.get(0)), parameters);
    }

    /** Returns the description of a parameter or record component. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(text -> !text.isEmpty());
    }

    /** Splits a documentation comment into the main description and the block tags. */
    private static List<String> blocks(String comment) {
        List<String> blocks = new ArrayList<>();
        int begin = 0;
        boolean lineBegins = true;
        for (int i = 0; i < comment.length(); i++) {
            char c = comment.charAt(i);
            if (lineBegins && c == '@' && i + 1 < comment.length() && Character.isLetter(comment.charAt(i + 1))) {
                blocks.add(comment.substring(begin, i));
                begin = i;
            }
            lineBegins = c == '\n' || (lineBegins && Character.isWhitespace(c));
            i = Math.max(
                    i,
                    JavadocMarkup.endOfInlineTag(comment, i)); // an annotation in an example does not begin a block tag
        }
        blocks.add(comment.substring(begin));
        return blocks;
    }
}
