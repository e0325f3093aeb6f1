package dev.escapement.codegen;

import dev.escapement.json.JsonCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recursive sealed structure, and its codec in the shape in which the processor generates codecs. */
sealed interface RandomExpression {

    record Whole(long value) implements RandomExpression {}

    record Real(double value) implements RandomExpression {}

    record Money(BigDecimal amount) implements RandomExpression {}

    record Text(String text, Optional<String> language) implements RandomExpression {}

    record Sum(List<RandomExpression> terms) implements RandomExpression {}

    record Not(RandomExpression of) implements RandomExpression {}

    record Let(Map<String, RandomExpression> names) implements RandomExpression {}

    record Nothing() implements RandomExpression {}

    JsonCodec<RandomExpression> CODEC = new ExpressionCodec();

    /** A codec in the form of generated code. */
    final class ExpressionCodec implements JsonCodec<RandomExpression> {

        private static final PropertySet VALUE = PropertySet.required("kind", "value");
        private static final PropertySet MONEY = PropertySet.required("kind", "amount");
        private static final PropertySet TEXT =
                PropertySet.required("kind", "text").optional("language");
        private static final PropertySet SUM = PropertySet.required("kind", "terms");
        private static final PropertySet NOT = PropertySet.required("kind", "of");
        private static final PropertySet LET = PropertySet.required("kind", "names");
        private static final ConstantSet KINDS =
                ConstantSet.of("whole", "real", "money", "text", "sum", "not", "let", "nothing");
        private static final PropertySet NOTHING = PropertySet.required("kind");

        @Override
        public @Nullable RandomExpression read(JsonReader in) {
            String kind = in.readDiscriminator("kind", KINDS);
            if (kind == null) {
                return null;
            }
            return switch (kind) {
                case "whole" -> readWhole(in);
                case "real" -> readReal(in);
                case "money" -> readMoney(in);
                case "text" -> readText(in);
                case "sum" -> readSum(in);
                case "not" -> readNot(in);
                case "let" -> readLet(in);
                case "nothing" -> readNothing(in);
                default -> throw new IllegalStateException(kind);
            };
        }

        private static @Nullable RandomExpression readWhole(JsonReader in) {
            if (!in.beginObject(VALUE)) {
                return null;
            }
            long value = 0;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "value" -> value = in.readLong();
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Whole(value) : null;
        }

        private static @Nullable RandomExpression readReal(JsonReader in) {
            if (!in.beginObject(VALUE)) {
                return null;
            }
            double value = 0;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "value" -> value = in.readDouble();
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Real(value) : null;
        }

        private static @Nullable RandomExpression readMoney(JsonReader in) {
            if (!in.beginObject(MONEY)) {
                return null;
            }
            BigDecimal amount = null;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "amount" -> amount = in.readDecimal();
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Money(amount) : null;
        }

        private static @Nullable RandomExpression readText(JsonReader in) {
            if (!in.beginObject(TEXT)) {
                return null;
            }
            String text = null;
            String language = null;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "text" -> text = in.readString();
                    case "language" -> language = in.readNullAsAbsent() ? null : in.readString();
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Text(text, Optional.ofNullable(language)) : null;
        }

        private @Nullable RandomExpression readSum(JsonReader in) {
            if (!in.beginObject(SUM)) {
                return null;
            }
            List<RandomExpression> terms = new ArrayList<>();
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "terms" -> readTerms(in, terms);
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Sum(terms) : null;
        }

        private void readTerms(JsonReader in, List<RandomExpression> terms) {
            if (in.beginArray()) {
                while (in.nextElement()) {
                    RandomExpression term = read(in);
                    if (term != null) {
                        terms.add(term);
                    }
                }
                in.endArray();
            }
        }

        private @Nullable RandomExpression readNot(JsonReader in) {
            if (!in.beginObject(NOT)) {
                return null;
            }
            RandomExpression of = null;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "of" -> of = read(in);
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Not(of) : null;
        }

        private @Nullable RandomExpression readLet(JsonReader in) {
            if (!in.beginObject(LET)) {
                return null;
            }
            Map<String, RandomExpression> names = new LinkedHashMap<>();
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "names" -> readNames(in, names);
                    default -> in.skip();
                }
            }
            return in.endObject() ? new Let(names) : null;
        }

        private void readNames(JsonReader in, Map<String, RandomExpression> names) {
            if (in.beginMap()) {
                while (in.nextEntry()) {
                    String name = in.name();
                    RandomExpression value = read(in);
                    if (value != null) {
                        names.put(name, value);
                    }
                }
                in.endMap();
            }
        }

        private static @Nullable RandomExpression readNothing(JsonReader in) {
            if (!in.beginObject(NOTHING)) {
                return null;
            }
            while (in.nextProperty()) {
                in.skip();
            }
            return in.endObject() ? new Nothing() : null;
        }

        @Override
        public void write(JsonWriter out, RandomExpression value) {
            out.beginObject();
            out.name("kind");
            if (value instanceof Whole whole) {
                out.writeString("whole");
                out.name("value");
                out.writeLong(whole.value());
            } else if (value instanceof Real real) {
                out.writeString("real");
                out.name("value");
                out.writeDouble(real.value());
            } else if (value instanceof Money money) {
                out.writeString("money");
                out.name("amount");
                out.writeDecimal(money.amount());
            } else if (value instanceof Text text) {
                out.writeString("text");
                out.name("text");
                out.writeString(text.text());
                text.language().ifPresent(language -> {
                    out.name("language");
                    out.writeString(language);
                });
            } else if (value instanceof Sum sum) {
                out.writeString("sum");
                out.name("terms");
                out.beginArray();
                sum.terms().forEach(term -> write(out, term));
                out.endArray();
            } else if (value instanceof Not not) {
                out.writeString("not");
                out.name("of");
                write(out, not.of());
            } else if (value instanceof Let let) {
                out.writeString("let");
                out.name("names");
                out.beginObject();
                let.names().forEach((name, named) -> {
                    out.name(name);
                    write(out, named);
                });
                out.endObject();
            } else {
                out.writeString("nothing");
            }
            out.endObject();
        }
    }
}
