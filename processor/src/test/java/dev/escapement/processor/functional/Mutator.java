package dev.escapement.processor.functional;

import dev.escapement.processor.functional.rule.RuleEdges;
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

/** A generator of damaged JSON with errors typical of models and people. Some mutations leave a text valid. */
final class Mutator {

    private static final BigDecimal ALMOST_NOTHING = new BigDecimal("1e-90");

    private final SplittableRandom random;
    private final MutationIngredients ingredients;

    Mutator(SplittableRandom random, RuleEdges edges) {
        this.random = random;
        this.ingredients = new MutationIngredients(random, edges);
    }

    /** Returns a text with one to three mutations, or a valid text with a value at the edge of a rule. */
    String mutant(String text) {
        MutableJson.Obj holder = new MutableJson.Obj();
        holder.put("root", MutableJson.parse(text).orElseThrow().root());
        if (ingredients.hasEdges() && random.nextInt(3) == 0) {
            aim(holder);
            return MutableJson.print(holder.get(0).getValue());
        }
        for (int i = random.nextInt(3) * random.nextInt(2); i >= 0; i--) {
            mutate(holder);
        }
        String mutant = MutableJson.print(holder.get(0).getValue());
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

    /** Replaces a number, a text or a name by one from the edge of a rule. */
    private void aim(MutableJson.Obj holder) {
        List<Object> containers = new ArrayList<>();
        collect(holder.get(0).getValue(), containers);
        Object container = containers.get(random.nextInt(containers.size()));
        if (container instanceof MutableJson.Obj object && !object.isEmpty()) {
            int at = random.nextInt(object.size());
            Map.Entry<String, @Nullable Object> entry = object.get(at);
            if (random.nextInt(4) == 0) {
                object.set(at, new SimpleEntry<>(ingredients.edgeName(), entry.getValue()));
            } else {
                entry.setValue(edgeLike(entry.getValue()));
            }
        } else if (container instanceof List<?> elements
                && !(container instanceof MutableJson.Obj)
                && !elements.isEmpty()) {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> array = (List<@Nullable Object>) elements;
            int at = random.nextInt(array.size());
            array.set(at, edgeLike(array.get(at)));
        }
    }

    private @Nullable Object edgeLike(@Nullable Object value) {
        if (value instanceof BigDecimal) {
            return ingredients.number();
        }
        return value instanceof String ? ingredients.text() : value;
    }

    private void mutate(MutableJson.Obj holder) {
        List<Object> containers = new ArrayList<>();
        collect(holder, containers);
        Object container = containers.get(random.nextInt(containers.size()));
        if (container instanceof MutableJson.Obj object) {
            mutateObject(object, object == holder, containers);
        } else {
            @SuppressWarnings("unchecked")
            List<@Nullable Object> array = (List<@Nullable Object>) container;
            mutateArray(array, containers);
        }
    }

    private void mutateObject(MutableJson.Obj object, boolean holder, List<Object> containers) {
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

    /** Returns a value of the same kind or of another kind. */
    private @Nullable Object changed(@Nullable Object value, List<Object> containers) {
        if (value instanceof BigDecimal && random.nextInt(4) > 0) {
            return ingredients.number();
        }
        if (value instanceof Boolean flag && random.nextBoolean()) {
            return !flag;
        }
        if (value instanceof String text && random.nextInt(4) > 0) {
            return changed(text);
        }
        return switch (random.nextInt(6)) {
            case 0 -> new ArrayList<>(Collections.singletonList(value));
            case 1 -> MutableJson.print(value);
            default -> other(containers);
        };
    }

    /** Returns another text, or the same text with one character changed, added or removed. */
    private String changed(String text) {
        int at = random.nextInt(text.length() + 1);
        String before = text.substring(0, at);
        return switch (random.nextInt(9)) {
            case 0 -> name(text);
            case 1 -> before + text.substring(Math.min(at + 1, text.length()));
            case 2 -> before + ingredients.character() + text.substring(at);
            case 3 -> before + ingredients.character() + text.substring(Math.min(at + 1, text.length()));
            case 4 -> random.nextBoolean() ? text + "\n" : " " + text;
            case 5 -> text.toLowerCase(Locale.ROOT);
            default -> ingredients.text();
        };
    }

    private @Nullable Object other(List<Object> containers) {
        return switch (random.nextInt(9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2, 3 -> ingredients.number();
            case 4 -> "";
            case 5 -> new ArrayList<>();
            case 6 -> new MutableJson.Obj();
            case 7 -> copy(containers.get(random.nextInt(containers.size())));
            default -> "text";
        };
    }

    /** Returns an equal value, perhaps in another notation, or a value close enough to be rounded to the same. */
    private @Nullable Object alike(@Nullable Object value) {
        if (value instanceof BigDecimal number && Math.abs(number.scale()) < 100) {
            return random.nextInt(3) == 0
                    ? number.add(ALMOST_NOTHING)
                    : number.setScale(Math.max(number.scale(), 0) + 1);
        }
        Object copy = copy(value);
        List<Object> containers = new ArrayList<>();
        collect(copy, containers);
        for (Object container : containers) { // also inside of records, lists and maps
            if (container instanceof MutableJson.Obj object) {
                object.forEach(entry -> entry.setValue(likeNumber(entry.getValue())));
                Collections.shuffle(object, new Random(random.nextLong()));
            } else {
                @SuppressWarnings("unchecked")
                List<@Nullable Object> array = (List<@Nullable Object>) container;
                array.replaceAll(this::likeNumber);
            }
        }
        return copy;
    }

    private @Nullable Object likeNumber(@Nullable Object value) {
        return value instanceof BigDecimal && random.nextBoolean() ? alike(value) : value;
    }

    private String name(String before) {
        return switch (random.nextInt(6)) {
            case 4 -> ingredients.text();
            case 0 -> before + "_";
            case 1 -> before.isEmpty() ? "x" : before.substring(1);
            case 2 ->
                before.equals(before.toUpperCase(Locale.ROOT))
                        ? before.toLowerCase(Locale.ROOT)
                        : before.toUpperCase(Locale.ROOT);
            case 5 -> ingredients.number().toString();
            default -> "type";
        };
    }

    private static void collect(@Nullable Object value, List<Object> containers) {
        if (value instanceof MutableJson.Obj object) {
            containers.add(object);
            object.forEach(entry -> collect(entry.getValue(), containers));
        } else if (value instanceof List<?> array) {
            containers.add(array);
            array.forEach(element -> collect(element, containers));
        }
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return MutableJson.parse(MutableJson.print(value))
                .map(MutableJson.Tree::root)
                .orElse("could not be copied");
    }
}
