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

    private final SplittableRandom random;

    Mutator(SplittableRandom random) {
        this.random = random;
    }

    /** A text that was changed once, twice or three times. */
    String mutant(String text) {
        Json.Obj holder = new Json.Obj();
        holder.put("root", Json.parse(text).orElseThrow().root());
        for (int i = random.nextInt(3); i >= 0; i--) {
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
            case 1 -> array.add(copy(array.get(at)));
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
        if (value instanceof String text && random.nextBoolean()) {
            return random.nextBoolean() ? name(text) : "another";
        }
        return switch (random.nextInt(6)) {
            case 0 -> new ArrayList<>(Collections.singletonList(value));
            case 1 -> Json.print(value);
            default -> other(containers);
        };
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

    private BigDecimal number() {
        return new BigDecimal(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    private String name(String before) {
        return switch (random.nextInt(4)) {
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
