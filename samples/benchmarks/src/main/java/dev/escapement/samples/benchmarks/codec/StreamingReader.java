package dev.escapement.samples.benchmarks.codec;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Hand-written decoders that use Jackson's streaming parser and check the constraints that the records' annotations
 * declare. They stop at the first violation.
 */
final class StreamingReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** A decoder of the value at the current token. */
    @FunctionalInterface
    interface ValueReader<T> {

        T read(JsonParser in);
    }

    private StreamingReader() {}

    /** Decodes a JSON document that contains one value. */
    static <T> T decode(String json, ValueReader<T> reader) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            T value = reader.read(in);
            check(in.nextToken() == null, "end");
            return value;
        }
    }

    static Parcel parcel(JsonParser in) {
        check(in.currentToken() == JsonToken.START_OBJECT, "parcel");
        String orderId = null;
        String customer = null;
        int quantity = 0;
        Priority priority = null;
        List<String> skus = null;
        Boolean gift = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "orderId" -> orderId = text(in);
                case "customer" -> customer = text(in);
                case "quantity" -> quantity = in.getIntValue();
                case "priority" -> priority = Priority.valueOf(text(in));
                case "skus" -> skus = list(in, StreamingReader::text);
                case "gift" -> gift = in.getBooleanValue();
                default -> throw fault(name);
            }
        }
        check(orderId != null && !orderId.isEmpty() && length(orderId) <= 20, "orderId");
        check(customer != null && length(customer) <= 80, "customer");
        check(quantity >= 1 && quantity <= 99, "quantity");
        check(priority != null, "priority");
        check(skus != null && !skus.isEmpty() && skus.size() <= 20, "skus");
        check(gift != null, "gift");
        return new Parcel(orderId, customer, quantity, priority, skus, gift);
    }

    static Shipment shipment(JsonParser in) {
        check(in.currentToken() == JsonToken.START_OBJECT, "shipment");
        String id = null;
        double distance = -1;
        List<Parcel> parcels = null;
        List<List<Integer>> windows = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "id" -> id = text(in);
                case "distance" -> distance = in.getDoubleValue();
                case "parcels" -> parcels = list(in, StreamingReader::parcel);
                case "windows" -> windows = list(in, day -> list(day, JsonParser::getIntValue));
                default -> throw fault(name);
            }
        }
        check(id != null && !id.isEmpty(), "id");
        check(distance >= 0, "distance");
        check(parcels != null && parcels.size() <= 100, "parcels");
        check(windows != null, "windows");
        return new Shipment(id, distance, parcels, windows);
    }

    static Manifest manifest(JsonParser in) {
        check(in.currentToken() == JsonToken.START_OBJECT, "manifest");
        String depot = null;
        long total = 0;
        List<Shipment> shipments = null;
        List<String> remarks = null;
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "depot" -> depot = text(in);
                case "total" -> total = in.getLongValue();
                case "shipments" -> shipments = list(in, StreamingReader::shipment);
                case "remarks" -> remarks = list(in, StreamingReader::text);
                default -> throw fault(name);
            }
        }
        check(depot != null && !depot.isEmpty(), "depot");
        check(total >= 1, "total");
        check(shipments != null && shipments.size() <= 1_000, "shipments");
        check(remarks != null, "remarks");
        return new Manifest(depot, total, shipments, remarks);
    }

    private static <T> List<T> list(JsonParser in, ValueReader<T> reader) {
        check(in.currentToken() == JsonToken.START_ARRAY, "list");
        List<T> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values.add(reader.read(in));
        }
        return values;
    }

    private static String text(JsonParser in) {
        check(in.currentToken() == JsonToken.VALUE_STRING, "string");
        return in.getString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void check(boolean valid, String name) {
        if (!valid) {
            throw fault(name);
        }
    }

    private static IllegalArgumentException fault(String name) {
        return new IllegalArgumentException("invalid: " + name);
    }
}
