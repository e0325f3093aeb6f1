package dev.escapement.codegen;

import dev.escapement.json.JsonCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record with a component of every kind, and its codec in the shape in which the processor generates codecs. */
record RecordedOrder(
        String id,
        long total,
        double weight,
        BigDecimal price,
        boolean gift,
        List<Line> lines,
        Map<String, Integer> stock,
        Optional<String> note,
        @Nullable String comment) {

    /** A complete order as JSON text. */
    static final String JSON = "{\"id\":\"A-1\",\"total\":1250,\"weight\":0.5,\"price\":12.50,\"gift\":true,"
            + "\"lines\":[{\"sku\":\"lamp\",\"qty\":2},{\"sku\":\"bulb\",\"qty\":4}],"
            + "\"stock\":{\"Zürich\":3,\"Genève\":0},\"note\":\"ring twice\",\"comment\":null}";

    static final RecordedOrder VALUE = new RecordedOrder(
            "A-1",
            1250,
            0.5,
            new BigDecimal("12.50"),
            true,
            List.of(new Line("lamp", 2), new Line("bulb", 4)),
            Map.of("Zürich", 3, "Genève", 0),
            Optional.of("ring twice"),
            null);

    /** A line of an order; refuses quantities below 1. */
    record Line(String sku, int qty) {
        Line {
            if (qty < 1) {
                throw new IllegalArgumentException("qty must be at least 1");
            }
        }
    }

    static final JsonCodec<Line> LINE = new JsonCodec<>() {

        private static final PropertySet PROPERTIES = PropertySet.required("sku", "qty");

        @Override
        public @Nullable Line read(JsonReader in) {
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            String sku = null;
            int qty = 0;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "sku" -> sku = in.readString();
                    default -> qty = in.readInt();
                }
            }
            if (!in.endObject()) {
                return null;
            }
            try {
                return new Line(sku, qty);
            } catch (RuntimeException e) {
                in.reportRefusal(e);
                return null;
            }
        }

        @Override
        public void write(JsonWriter out, Line value) {
            out.beginObject();
            out.name("sku");
            out.writeString(value.sku());
            out.name("qty");
            out.writeInt(value.qty());
            out.endObject();
        }
    };

    static final JsonCodec<RecordedOrder> CODEC = new JsonCodec<>() {

        private static final PropertySet PROPERTIES = PropertySet.required(
                        "id", "total", "weight", "price", "gift", "lines", "stock")
                .optional("note", "comment");

        @Override
        public @Nullable RecordedOrder read(JsonReader in) {
            if (!in.beginObject(PROPERTIES)) {
                return null;
            }
            String id = null;
            long total = 0;
            double weight = 0;
            BigDecimal price = null;
            boolean gift = false;
            List<Line> lines = null;
            Map<String, Integer> stock = null;
            String note = null;
            String comment = null;
            while (in.nextProperty()) {
                switch (in.name()) {
                    case "id" -> id = in.readString();
                    case "total" -> total = in.readLong();
                    case "weight" -> weight = in.readDouble();
                    case "price" -> price = in.readDecimal();
                    case "gift" -> gift = in.readBoolean();
                    case "lines" -> lines = readLines(in);
                    case "stock" -> stock = readStock(in);
                    case "note" -> note = in.readNullAsAbsent() ? null : in.readString();
                    default -> comment = in.readNull() ? null : in.readString();
                }
            }
            if (!in.endObject()) {
                return null;
            }
            return new RecordedOrder(id, total, weight, price, gift, lines, stock, Optional.ofNullable(note), comment);
        }

        private static @Nullable List<Line> readLines(JsonReader in) {
            if (!in.beginArray()) {
                return null;
            }
            List<Line> lines = new ArrayList<>();
            while (in.nextElement()) {
                Line line = LINE.read(in);
                if (line != null) {
                    lines.add(line);
                }
            }
            return in.endArray() ? lines : null;
        }

        private static @Nullable Map<String, Integer> readStock(JsonReader in) {
            if (!in.beginMap()) {
                return null;
            }
            Map<String, Integer> stock = new LinkedHashMap<>();
            while (in.nextEntry()) {
                stock.put(in.name(), in.readInt());
            }
            return in.endMap() ? stock : null;
        }

        @Override
        public void write(JsonWriter out, RecordedOrder value) {
            throw new UnsupportedOperationException("no test writes orders");
        }
    };
}
