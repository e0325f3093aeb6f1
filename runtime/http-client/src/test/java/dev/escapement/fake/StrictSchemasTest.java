package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the fakes' rules for the schemas of strict tools. */
final class StrictSchemasTest {

    private static final String GOOD = "{'type':'object','properties':{"
            + "'name':{'type':['string','null'],'description':'Who','enum':['a','b',null]},"
            + "'age':{'type':'integer','minimum':0},"
            + "'mail':{'type':'string','format':'email','pattern':'^.+@.+$'},"
            + "'pets':{'type':'array','items':{'$ref':'#/$defs/Pet'},'maxItems':3},"
            + "'next':{'anyOf':[{'$ref':'#/$defs/Pet'},{'type':'null'}],'description':'Next'}},"
            + "'required':['name','age','mail','pets','next'],'additionalProperties':false,"
            + "'$defs':{'Pet':{'anyOf':["
            + "{'type':'object','properties':{'dog':{'const':'dog','type':'string'}},'required':['dog'],'additionalProperties':false},"
            + "{'type':'object','properties':{'cat':{'$ref':'#'}},'required':['cat'],'additionalProperties':false}]}}}";

    static List<RuleViolation> openAi() {
        return List.of(
                new RuleViolation("every property is required", "'name','age'", "'name'", "every key in properties"),
                new RuleViolation(
                        "objects are closed",
                        "'additionalProperties':false,'$defs'",
                        "'$defs'",
                        "additionalProperties"),
                new RuleViolation(
                        "objects are not open",
                        "'additionalProperties':false,'$defs'",
                        "'additionalProperties':{'type':'string'},'$defs'",
                        "to be false"),
                new RuleViolation("no lengths", "'minimum':0", "'minLength':1", "'minLength' is not permitted"),
                new RuleViolation("no default", "'minimum':0", "'default':1", "'default' is not permitted"),
                new RuleViolation("no oneOf", "'Pet':{'anyOf'", "'Pet':{'oneOf'", "'oneOf' is not permitted"),
                new RuleViolation("known formats", "'email'", "'uri'", "Invalid value: 'uri'"),
                new RuleViolation("no looking around", "'^.+@.+$'", "'^(?=.)$'", "lookaround"),
                new RuleViolation(
                        "a reference stands alone", "{'$ref':'#'}", "{'$ref':'#','description':'x'}", "beside it"),
                new RuleViolation("a reference has a target", "'#/$defs/Pet'", "'#/$defs/Pat'", "does not exist"),
                new RuleViolation("values of enums fit", "['string','null']", "['string']", "does not validate"),
                new RuleViolation(
                        "first keys differ",
                        "'properties':{'cat':{'$ref':'#'}},'required':['cat']",
                        "'properties':{'dog':{'$ref':'#'}},'required':['dog']",
                        "identical first keys"),
                new RuleViolation("there is a type", "{'type':'integer','minimum':0}", "{'minimum':0}", "'type' key"),
                new RuleViolation("arrays have items", "'items':{'$ref':'#/$defs/Pet'},", "", "missing items"),
                new RuleViolation("not too deep", "{'type':'integer','minimum':0}", nested(10), "deeper than 10"),
                new RuleViolation("not too many values", "'a','b'", values(1_000, 3), "1001 values of enums"),
                new RuleViolation(
                        "not too long with many values",
                        "'a','b'",
                        values(260, 58),
                        "an enum of more than 250 values"));
    }

    @ParameterizedTest
    @MethodSource
    void openAi(RuleViolation mutant) {
        mutant.checkedBy(OpenAiStrictSchema::check, GOOD);
    }

    private static final String GOOD_FOR_ANTHROPIC = "{'type':'object','properties':{"
            + "'name':{'type':'string','enum':['a','b']},"
            + "'site':{'type':'string','format':'uri'},"
            + "'pets':{'type':'array','items':{'$ref':'#/$defs/Pet'},'minItems':1}},"
            + "'required':['name'],'additionalProperties':false,"
            + "'$defs':{'Pet':{'type':'object','properties':{'age':{'type':'integer'}},'additionalProperties':false}}}";

    static List<RuleViolation> anthropic() {
        return List.of(
                new RuleViolation(
                        "objects are closed",
                        "'required':['name'],'additionalProperties':false",
                        "'required':['name']",
                        "additionalProperties"),
                new RuleViolation(
                        "no bounds", "'type':'integer'", "'type':'integer','minimum':0", "'minimum' is not supported"),
                new RuleViolation("few items", "'minItems':1", "'minItems':2", "other than 0 or 1"),
                new RuleViolation("nothing within itself", "{'type':'integer'}", "{'$ref':'#/$defs/Pet'}", "circular"),
                new RuleViolation(
                        "required properties exist",
                        "'required':['name']",
                        "'required':['nome']",
                        "property nome does not exist"),
                new RuleViolation("24 optional properties", "'name':{", optional(22) + "'name':{", "25, at most 24"),
                new RuleViolation("16 unions", "'name':{", unions(17) + "'name':{", "17, at most 16"));
    }

    @ParameterizedTest
    @MethodSource
    void anthropic(RuleViolation mutant) {
        mutant.checkedBy(schema -> new AnthropicStrictSchema().check(schema), GOOD_FOR_ANTHROPIC);
    }

    @Test
    void strictToolsAreLimitedToTwenty() {
        AnthropicStrictSchema schemas = new AnthropicStrictSchema();
        String simple = "{'type':'object','additionalProperties':false}";
        IntStream.range(0, 20).forEach(i -> schemas.check(RuleViolation.node(simple)));
        assertThrows(Complaint.class, () -> schemas.check(RuleViolation.node(simple)));
    }

    private static String nested(int levels) {
        String schema = "{'type':'string'}";
        for (int i = 0; i < levels; i++) {
            schema = "{'type':'array','items':" + schema + "}";
        }
        return schema;
    }

    private static String values(int number, int length) {
        return IntStream.range(0, number)
                .mapToObj(i -> "'" + "x".repeat(length) + i + "'")
                .collect(Collectors.joining(","));
    }

    private static String optional(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "'p" + i + "':{'type':'string'},")
                .collect(Collectors.joining());
    }

    private static String unions(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "'p" + i + "':{'type':['string','null']},")
                .collect(Collectors.joining());
    }
}
