package dev.escapement.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * A documentation comment, converted to plain text for models.
 *
 * @param description the main description, on one line, empty if there is none
 * @param tags the {@code @param} tags except those of type parameters, in order
 */
record Javadoc(String description, List<Parameter> tags) {

    private static final Pattern PARAM = Pattern.compile("@param\\s+([^\\s<]\\S*)(?:\\s+(.*))?", Pattern.DOTALL);

    /** The absent comment. */
    static final Javadoc NONE = new Javadoc("", List.of());

    /** A {@code @param} tag. */
    record Parameter(String name, String description) {}

    /** Returns the documentation comment of an element, empty for an element from a class file. */
    static Javadoc of(Element element, Elements elements) {
        JavadocConstants constants = new JavadocConstants(element, elements);
        String comment = elements.getDocComment(element);
        return DocCommentKind.isMarkdown(element, elements)
                ? parseMarkdown(comment, constants::value)
                : parse(comment, constants::value);
    }

    /**
     * Parses a comment.
     *
     * @param constants a function that returns the text of a reference to a constant, empty for an unknown constant
     */
    static Javadoc parse(@Nullable String comment, UnaryOperator<String> constants) {
        return comment == null ? NONE : parse(blocks(comment), text -> new JavadocMarkup(constants).plain(text));
    }

    /** Parses a comment that consists of lines with three slashes. */
    static Javadoc parseMarkdown(@Nullable String comment, UnaryOperator<String> constants) {
        if (comment == null) {
            return NONE;
        }
        JavadocMarkdown markdown = new JavadocMarkdown(new JavadocMarkup(constants));
        return parse(blocks(markdown.protect(comment)), markdown::plain);
    }

    private static Javadoc parse(List<String> blocks, UnaryOperator<String> plain) {
        List<Parameter> tags = new ArrayList<>();
        for (String block : blocks) {
            Matcher param = PARAM.matcher(block.strip());
            if (param.matches()) {
                tags.add(new Parameter(param.group(1), param.group(2) == null ? "" : plain.apply(param.group(2))));
            }
        }
        return new Javadoc(plain.apply(blocks.get(0)), tags);
    }

    /** Returns the description of a parameter or record component. */
    Optional<String> parameter(String name) {
        return tags.stream()
                .filter(tag -> tag.name().equals(name) && !tag.description().isEmpty())
                .map(Parameter::description)
                .reduce((first, last) -> last);
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
