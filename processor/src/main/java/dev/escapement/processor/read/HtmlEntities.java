package dev.escapement.processor.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The character references of HTML 5. The resource {@code entities.txt} lists the names with their code points. */
final class HtmlEntities {

    private static final Pattern REFERENCE = Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(\\w+));");

    private HtmlEntities() {}

    /** The names, read when the first named reference is decoded. */
    private static final class EntityNames {

        static final Map<String, String> TEXTS = read();

        private static Map<String, String> read() {
            try (InputStream in = Objects.requireNonNull(HtmlEntities.class.getResourceAsStream("entities.txt"));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .map(line -> line.split(" "))
                        .collect(Collectors.toMap(parts -> parts[0], EntityNames::text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(String[] parts) {
            return Arrays.stream(parts)
                    .skip(1)
                    .map(code -> Character.toString(Integer.parseInt(code, 16)))
                    .collect(Collectors.joining());
        }
    }

    /** Returns a matcher of character references. */
    static Matcher matcher(String text) {
        return REFERENCE.matcher(text);
    }

    /** Returns the text for a matched reference, or the reference itself if it is unknown. */
    static String decode(Matcher reference) {
        if (reference.group(3) != null) {
            return EntityNames.TEXTS.getOrDefault(reference.group(3), reference.group());
        }
        int character = reference.group(1) != null
                ? Integer.parseInt(reference.group(1))
                : Integer.parseInt(reference.group(2), 16);
        boolean valid = Character.isValidCodePoint(character)
                && character != 0
                && Character.getType(character) != Character.SURROGATE;
        return valid ? Character.toString(character) : reference.group();
    }
}
