package dev.escapement.processor.functional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.json.Decoded;
import dev.escapement.json.JsonCodec;
import dev.escapement.json.Repair;
import dev.escapement.json.Violation;
import dev.escapement.processor.functional.shape.GrowingShapes;
import dev.escapement.processor.functional.shape.GrowingShapes_FeedSpec;
import dev.escapement.processor.functional.shape.GrowingShapes_MessageCodec;
import dev.escapement.processor.functional.shape.GrowingShapes_PartnerCodec;
import dev.escapement.processor.functional.shape.GrowingShapes_ReportSpec;
import dev.escapement.tool.Dialect;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of the policy for unknown properties. */
class UnknownPropertiesTest {

    private static final GrowingShapes_PartnerCodec PARTNER = GrowingShapes_PartnerCodec.INSTANCE;

    @Test
    void ignoredPropertiesAreListedAsRepairs() {
        Decoded.Accepted<?> accepted = accepted(
                PARTNER,
                "{'partnerId':'P','since':2020,'lines':[{'skuCode':'A','unit':'kg','count':1,'more':{'a':[1,{}]}}],"
                        + "'parent':null,'tags':['x']}");

        assertEquals(new GrowingShapes.Partner("P", List.of(new GrowingShapes.Line("A", 1)), null), accepted.value());
        assertEquals(
                List.of(
                        ignored("$.since", "2020"),
                        ignored("$.lines[0].unit", "the string \"kg\""),
                        ignored("$.lines[0].more", "an object"),
                        ignored("$.tags", "an array")),
                accepted.repairs());
    }

    @Test
    void recordsWithoutAnnotationHaveThePolicyOfTheFile() {
        Decoded.Accepted<?> accepted = accepted(
                GrowingShapes_FeedSpec.INSTANCE,
                "{'orderId':'1','lines':[{'skuCode':'A','count':1,'x':1}],'byName':{'a':{'count':2,'skuCode':'B',"
                        + "'x':2}},'empty':{'x':3},'change':{'x':4,'type':'moved','newPlace':'C'},"
                        + "'strict':{'word':'w'},'x':5}");

        assertEquals(
                List.of("$.lines[0].x", "$.byName.a.x", "$.empty.x", "$.change.x", "$.x"),
                accepted.repairs().stream().map(Repair::path).toList());
    }

    @Test
    void codecsKeepTheirOwnPolicy() {
        assertEquals(
                List.of("$.change.x", "$.strict.line.x", "$.strict.x"),
                paths(rejected(
                        GrowingShapes_FeedSpec.INSTANCE,
                        "{'orderId':'1','lines':[],'byName':{},'empty':{},'change':{'type':'ended','reason':'r','x':1},"
                                + "'strict':{'word':'w','x':2,'line':{'skuCode':'A','count':1,'x':3}}}")));
        assertEquals(
                List.of("$.line.x", "$.x"),
                paths(rejected(
                        GrowingShapes_ReportSpec.INSTANCE,
                        "{'partner':{'partnerId':'P','lines':[{'skuCode':'A','count':1,'x':1}],'parent':null,'x':2},"
                                + "'line':{'skuCode':'A','count':1,'x':3},'x':4}")));
    }

    @Test
    void sealedInterfacesIgnoreUnknownPropertiesOfTheirRecords() {
        Decoded.Accepted<?> accepted =
                accepted(GrowingShapes_MessageCodec.INSTANCE, "{'x':1,'type':'text','some_text':'t'}");
        assertEquals(new GrowingShapes.Message.Text("t"), accepted.value());
        assertEquals(List.of(ignored("$.x", "1")), accepted.repairs());
        assertEquals(
                List.of(ignored("$.some_text", "true")),
                accepted(GrowingShapes_MessageCodec.INSTANCE, "{'type':'ping','some_text':true}")
                        .repairs());
    }

    @Test
    void missingPropertiesNameTheIgnoredOneThatResemblesThem() {
        assertEquals(
                List.of(
                        new Violation(
                                "$.lines[0].skuCode",
                                "a value (the property \"sku_code\" is unknown and was ignored)",
                                "nothing"),
                        new Violation(
                                "$.partnerId",
                                "a value (the property \"partnerID\" is unknown and was ignored)",
                                "nothing")),
                rejected(PARTNER, "{'partnerID':'P','zzz':1,'lines':[{'sku_code':'A','count':1}]}"));
    }

    @Test
    void repeatedUnknownPropertiesAreIgnoredEachTime() {
        assertEquals(
                List.of(ignored("$.a", "1"), ignored("$.a", "2")),
                accepted(PARTNER, "{'a':1,'partnerId':'P','lines':[],'a':2,'parent':null}")
                        .repairs());
        assertEquals(
                List.of("$.partnerId"),
                paths(rejected(PARTNER, "{'a':1,'partnerId':'P','lines':[],'partnerId':'Q','parent':null}")));
    }

    @Test
    void manyIgnoredPropertiesAreListedInPart() {
        String many =
                IntStream.range(0, 5000).mapToObj(i -> "'p" + i + "':" + i).collect(Collectors.joining(","));
        Decoded.Accepted<?> accepted = accepted(PARTNER, "{" + many + ",'partnerId':'P','lines':[],'parent':null}");
        assertEquals(100, accepted.repairs().size());
        assertEquals(ignored("$.p99", "99"), accepted.repairs().get(99));
    }

    @Test
    void unknownValuesMayBeLargeButNotTooDeep() {
        String large = "'" + "x".repeat(1_000_000) + "'";
        Decoded.Accepted<?> accepted =
                accepted(PARTNER, "{'u':" + large + ",'partnerId':'P','lines':[],'parent':null}");
        assertTrue(accepted.repairs().get(0).before().length() < 100);

        String deep = "[".repeat(190) + "]".repeat(190);
        accepted(PARTNER, "{'u':" + deep + ",'partnerId':'P','lines':[],'parent':null}");
        String tooDeep = "[".repeat(250) + "]".repeat(250);
        assertEquals(
                List.of("$.lines", "$.u"),
                paths(rejected(PARTNER, "{'u':" + tooDeep + ",'partnerId':'P','lines':1,'parent':null}")));
        String longNumber = "1".repeat(501);
        assertEquals(
                List.of("$.u[0]"),
                paths(rejected(PARTNER, "{'u':[" + longNumber + "],'partnerId':'P','lines':[],'parent':null}")));
        rejected(PARTNER, "{'u':{'a':},'partnerId':'P','lines':[],'parent':null}");
    }

    @Test
    void theSchemaStaysClosed() {
        SchemaOracle schema = new SchemaOracle(GrowingShapes_FeedSpec.INSTANCE.schema(Dialect.JSON_SCHEMA));
        String valid = "{'orderId':'1','lines':[{'skuCode':'A','count':1}],'byName':{},'empty':{},"
                + "'change':{'type':'moved','newPlace':'C'},'strict':{'word':'w'}}";
        assertEquals("", schema.faults(valid.replace('\'', '"')));
        for (String object : List.of("{'orderId'", "{'skuCode'", "{}", "{'type'", "{'word'")) {
            String more = object.equals("{}") ? "{'x':1}" : "{'x':1," + object.substring(1);
            String invalid = valid.replace("'byName':{}", "'byName':{'a':{'skuCode':'B','count':2}}")
                    .replace(object, more);
            assertNotEquals(valid, invalid);
            assertFalse(schema.faults(invalid.replace('\'', '"')).isEmpty(), invalid);
        }
    }

    private static Repair ignored(String path, String value) {
        return new Repair(path, Repair.Kind.UNKNOWN_PROPERTY, value, "");
    }

    private static Decoded.Accepted<?> accepted(JsonCodec<?> codec, String json) {
        return assertInstanceOf(Decoded.Accepted.class, codec.decode(json.replace('\'', '"')));
    }

    private static List<Violation> rejected(JsonCodec<?> codec, String json) {
        Decoded.Rejected<?> rejected =
                assertInstanceOf(Decoded.Rejected.class, codec.decode(json.replace('\'', '"')), json);
        return rejected.violations();
    }

    private static List<String> paths(List<Violation> violations) {
        return violations.stream().map(Violation::path).toList();
    }
}
