package dev.escapement.processor.functional;

import java.math.BigDecimal;
import java.util.AbstractMap.SimpleEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Damages JSON, as models and people do. Not every change is damage: some leave a text valid. */
final class Mutator {

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-0.0",
            "1",
            "3.0",
            "3e0",
            "30e-1",
            "1e2",
            "0.5",
            "-1",
            "127",
            "128",
            "-128",
            "-129",
            "32767",
            "32768",
            "-32769",
            "1.0",
            "1.00",
            "3.4028235e38",
            "3.40282350001e38",
            "-3.4028236e38",
            "1e39",
            "1e-46",
            "1e499",
            "1e900",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "2147483647.0",
            "2147483647.5",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809",
            "9223372036854775807.0",
            "1e18",
            "1e19",
            "1e100",
            "1e-300",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "-1.7976931348623158e308",
            "1e309",
            "-1e309",
            "1e400",
            "4.9e-324",
            "1e-400",
            "0.1000000000000000055511151231257827021181583404541015625");

    /** Texts that have a form, or almost. */
    private static final List<String> TEXTS = List.of(
            "2024-02-29",
            "2023-02-29",
            "2024-2-9",
            "10000-01-01",
            "-0001-01-01",
            "2024-13",
            "0000",
            "--02-29",
            "--02-30",
            "24:00",
            "09:30",
            "09:30:60Z",
            "09:30:00.1234567891",
            "09:30:00+18:01",
            "09:30:00-00:00",
            "2024-01-01T00:00:00Z",
            "2024-01-01t00:00:00z",
            "2024-01-01T00:00:00+01:00[Europe/Paris]",
            "2024-01-01T00:00:00+02:00[Europe/Paris]",
            "2024-01-01T00:00:00+01:00[Europe/Atlantis]",
            "2024-03-31T02:30:00+01:00[Europe/Paris]",
            "2024-01-01T00:00Z[UTC]",
            "PT1H",
            "PT36H",
            "P1DT1H",
            "PT1H60M",
            "PT",
            "P1Y",
            "P1W",
            "P-1Y2M",
            "PT0.5S",
            "PT9999999999999999H",
            "Europe/Atlantis",
            "europe/paris",
            "UTC+01:00",
            "+01:00",
            "+01",
            "+19:00",
            "EUR",
            "eur",
            "ZZZ",
            "AAA",
            "en-US",
            "en_US",
            "iw",
            "zh-Hant-TW",
            "de-at",
            "123e4567-e89b-12d3-a456-426614174000",
            "123E4567-E89B-12D3-A456-426614174000",
            "123e4567e89b12d3a456426614174000",
            "1-1-1-1-1",
            "https://192.0.2.1/a b",
            "https://192.0.2.1/ä",
            "https://[::1]/",
            "HTTP://192.0.2.1",
            "gopher://192.0.2.1",
            "/relative",
            "urn:x",
            "a:",
            "aGVsbG8=",
            "aGVsbG9=",
            "aGVsbG8",
            "aGVs\nbG8=",
            "😀",
            "\ud83d",
            "\ud83d\ud83d",
            "e\u0301",
            "\u2003{}",
            " [] ",
            "[1,2",
            "[]",
            "{}",
            "٣",
            "0",
            "-0",
            "+1",
            "01",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775808",
            "RED",
            "Red",
            "FIRST",
            "yes",
            "by_mail",
            "value");

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    /** All texts and numbers that stand in for others, as JSON; the texts also with more before and behind them. */
    static List<String> values() {
        return Stream.concat(
                        NUMBERS.stream(),
                        TEXTS.stream()
                                .flatMap(text -> Stream.of(text, " " + text, text + "\n", text + text))
                                .map(Json::print))
                .toList();
    }

    /** A text that was changed once, or twice or three times. */
    String mutant(String text) {
        Json.Obj holder = new Json.Obj();
        holder.put("root", Json.parse(text).orElseThrow().root());
        for (int i = random.nextInt(3) * random.nextInt(2); i >= 0; i--) {
            mutate(holder);
        }
        String mutant = Json.print(holder.get(0).getValue());
        return switch (random.nextInt(40)) {
            case 0 -> mutant.substring(0, random.nextInt(mutant.length()));
            case 1 ->
                mutant + List.of(",", "}", "]", " null", "{}", "\"", " ", "\n").get(random.nextInt(8));
            case 2 -> " \t\n\r" + mutant;
            case 3 -> swapCharacters(mutant);
            default -> mutant;
        };
    }

    private String swapCharacters(String text) {
        if (text.length() < 2) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length() - 1);
        changed.setCharAt(at, text.charAt(at + 1));
        changed.setCharAt(at + 1, text.charAt(at));
        return changed.toString();
    }

    private void mutate(Json.Obj holder) {
        List<Object> containers = new ArrayList<>();
        collect(holder, containers);
        Object container = containers.get(random.nextInt(containers.size()));
        if (container instanceof Json.Obj object) {
            mutateObject(object, object == holder, containers);
        } else {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> array = (List<@Nullable Object>) container;
            mutateArray(array, containers);
        }
    }

    private void mutateObject(Json.Obj object, boolean holder, List<Object> containers) {
        if (object.isEmpty()) {
            object.put("extra", other(containers));
            return;
        }
        int at = random.nextInt(object.size());
        Map.Entry<String, @Nullable Object> entry = object.get(at);
        switch (holder ? 0 : random.nextInt(9)) {
            case 1 -> object.remove(at);
            case 2 -> object.set(at, new SimpleEntry<>(name(entry.getKey()), entry.getValue()));
            case 3 -> object.add(random.nextInt(object.size() + 1), new SimpleEntry<>(entry));
            case 4 -> object.put("extra", other(containers));
            case 5 -> Collections.shuffle(object, new Random(random.nextLong()));
            case 6 -> entry.setValue(null);
            default -> entry.setValue(changed(entry.getValue(), containers));
        }
    }

    private void mutateArray(List<@Nullable Object> array, List<Object> containers) {
        if (array.isEmpty() || random.nextInt(4) == 0) {
            array.add(other(containers));
            return;
        }
        int at = random.nextInt(array.size());
        switch (random.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.add(random.nextInt(array.size() + 1), alike(array.get(at)));
            case 2 -> Collections.shuffle(array, new Random(random.nextLong()));
            default -> array.set(at, changed(array.get(at), containers));
        }
    }

    /** Something of the same kind, or of another. */
    private @Nullable Object changed(@Nullable Object value, List<Object> containers) {
        if (value instanceof BigDecimal && random.nextInt(4) > 0) {
            return number();
        }
        if (value instanceof Boolean flag && random.nextBoolean()) {
            return !flag;
        }
        if (value instanceof String text && random.nextInt(4) > 0) {
            return changed(text);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new ArrayList<>(Collections.singletonList(value));
            case 1 -> Json.print(value);
            default -> other(containers);
        };
    }

    /** Another text, or the same with another character, one more, or one less. */
    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        String before = text.substring(0, at);
        return switch (random.nextInt(8)) {
            case 0 -> name(text);
            case 1 -> before + text.substring(Math.min(at + 1, text.length()));
            case 2 -> before + character() + text.substring(at);
            case 3 -> before + character() + text.substring(Math.min(at + 1, text.length()));
            case 4 -> random.nextBoolean() ? text + "\n" : " " + text;
            case 5 -> text.toLowerCase(Locale.ROOT);
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private char character() {
        String characters = "0159-+:.TZPM/=aé\n\u0000\ud83d٣ ";
        return characters.charAt(random.nextInt(characters.length()));
    }

    private @Nullable Object other(List<Object> containers) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3 -> number();
            case 4 -> "";
            case 5 -> new ArrayList<>();
            case 6 -> new Json.Obj();
            case 7 -> copy(containers.get(random.nextInt(containers.size())));
            default -> "text";
        };
    }

    /** The same once more, perhaps written otherwise. */
    private static @Nullable Object alike(@Nullable Object value) {
        return value instanceof BigDecimal number && Math.abs(number.scale()) < 100
                ? number.setScale(Math.max(number.scale(), 0) + 1)
                : copy(value);
    }

    private BigDecimal number() {
        return new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    private String name(String before) {
        return switch (random.nextInt(5)) {
            case 4 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 0 -> before + "_";
            case 1 -> before.isEmpty() ? "x" : before.substring(1);
            case 2 ->
                before.equals(before.toUpperCase(Locale.ROOT))
                        ? before.toLowerCase(Locale.ROOT)
                        : before.toUpperCase(Locale.ROOT);
            default -> "type";
        };
    }

    private static void collect(@Nullable Object value, List<Object> containers) {
        if (value instanceof Json.Obj object) {
            containers.add(object);
            object.forEach(entry -> collect(entry.getValue(), containers));
        } else if (value instanceof List<?> array) {
            containers.add(array);
            array.forEach(element -> collect(element, containers));
        }
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return Json.parse(Json.print(value)).map(Json.Tree::root).orElse("could not be copied");
    }
}
