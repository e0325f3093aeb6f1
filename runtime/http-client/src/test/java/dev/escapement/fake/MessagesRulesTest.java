package dev.escapement.fake;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the Messages fake's rules. */
final class MessagesRulesTest {

    private static final String MARKER = ",'cache_control':{'type':'ephemeral'}";
    private static final String TOOL =
            "{'name':'look_up','input_schema':{'type':'object','properties':{'id':{'type':'string'}},"
                    + "'required':['id'],'additionalProperties':false},'strict':true" + MARKER + "}";
    private static final String THOUGHT = "{'type':'thinking','thinking':'Hm.','signature':'sig'}";
    private static final String CALL_1 = "{'type':'tool_use','id':'toolu_1','name':'look_up','input':{}}";
    private static final String CALL_2 = "{'type':'tool_use','id':'toolu_2','name':'look_up','input':{}}";
    private static final String RESULT_1 = "{'type':'tool_result','tool_use_id':'toolu_1','content':'one'}";
    private static final String RESULT_2 =
            "{'type':'tool_result','tool_use_id':'toolu_2','content':'two','is_error':true}";
    private static final String TEXT = "{'type':'text','text':'And now?'" + MARKER + "}";
    private static final String IMAGE =
            "{'type':'image','source':{'type':'base64','media_type':'image/png','data':'QUJD'}}";
    private static final String DOCUMENT = "{'type':'document','source':{'type':'text','media_type':'text/plain',"
            + "'data':'Terms'},'title':'terms.txt'}";
    private static final String SEARCH = "{'type':'server_tool_use','id':'s1','name':'web_search','input':{}}";
    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String GOOD = "{'model':'m','max_tokens':4000,'system':[{'type':'text','text':'Be brief.'"
            + MARKER + "}],'messages':[" + HELLO + ",{'role':'assistant','content':["
            + THOUGHT + "," + CALL_1 + "," + CALL_2 + "]},{'role':'user','content':[" + RESULT_1 + "," + RESULT_2 + ","
            + TEXT + "]}],'tools':[" + TOOL + "],'tool_choice':{'type':'auto'},"
            + "'thinking':{'type':'enabled','budget_tokens':2000}}";

    static List<RuleViolation> mutants() {
        return List.of(
                new RuleViolation("a limit is set", "'max_tokens':4000,", "", "'max_tokens'"),
                new RuleViolation(
                        "nothing unknown", "'thinking':{'t", "'reasoning':{'t", "Unknown parameter: 'reasoning'"),
                new RuleViolation("the user begins", HELLO + ",", "", "roles must alternate"),
                new RuleViolation("both take turns", HELLO, HELLO + "," + HELLO, "roles must alternate"),
                new RuleViolation(
                        "no other roles",
                        "{'role':'user','content':'Hello'}",
                        "{'role':'system','content':'Hello'}",
                        "Invalid value: 'system'"),
                new RuleViolation("no empty text", "'Hello'", "''", "non-whitespace"),
                new RuleViolation("no empty block", "'And now?'", "' '", "non-whitespace"),
                new RuleViolation("no empty instructions", "'Be brief.'", "''", "non-whitespace"),
                new RuleViolation("each call has a result", RESULT_1 + ",", "", "[toolu_1]"),
                new RuleViolation(
                        "results come at once",
                        "]},{'role':'user','content':[" + RESULT_1,
                        "]},{'role':'user','content':'Wait.'},{'role':'assistant','content':'Yes.'},"
                                + "{'role':'user','content':[" + RESULT_1,
                        "messages[2]"),
                new RuleViolation(
                        "results come first", RESULT_2 + "," + TEXT, TEXT + "," + RESULT_2, "before all other content"),
                new RuleViolation("no result twice", RESULT_2, RESULT_2 + "," + RESULT_2, "no call before it"),
                new RuleViolation(
                        "no result of a stranger", "'tool_use_id':'toolu_2'", "'tool_use_id':'toolu_9'", "toolu_9"),
                new RuleViolation("ids of calls are distinct", CALL_2, CALL_1, "used twice"),
                new RuleViolation("ids of calls are plain", "toolu_1", "toolu.1", "does not match"),
                new RuleViolation("a failure has a text", "'content':'two'", "'content':''", "cannot be empty"),
                new RuleViolation("arguments are an object", "'input':{}", "'input':'{}'", "expected an object"),
                new RuleViolation(
                        "a called tool has a possible name",
                        "'name':'look_up','input':",
                        "'name':'look.up','input':",
                        "content[1].name"),
                new RuleViolation("tools are distinct", TOOL, TOOL + "," + TOOL, "unique"),
                new RuleViolation("properties have possible names", "'id'", "'the id'", "Property keys"),
                new RuleViolation(
                        "a strict schema is one",
                        "'additionalProperties':false",
                        "'additionalProperties':true",
                        "'additionalProperties'"),
                new RuleViolation(
                        "a schema has an object at its root",
                        "'input_schema':{",
                        "'input_schema':{'anyOf':[],",
                        "at the top level"),
                new RuleViolation(
                        "calls need tools",
                        "'tools':[" + TOOL + "],'tool_choice':{'type':'auto'},",
                        "",
                        "must define tools"),
                new RuleViolation(
                        "a choice is known", "{'type':'auto'}", "{'type':'required'}", "Invalid value: 'required'"),
                new RuleViolation("who thinks is not forced", "{'type':'auto'}", "{'type':'any'}", "forces tool use"),
                new RuleViolation("thinking leaves room", "2000", "4000", "less than max_tokens"),
                new RuleViolation(
                        "thoughts are signed", ",'signature':'sig'", "", "'messages[1].content[0].signature'"),
                new RuleViolation(
                        "thoughts come first", THOUGHT + "," + CALL_1, CALL_1 + "," + THOUGHT, "Expected 'thinking'"),
                new RuleViolation("there are four markers at most", TEXT, TEXT + "," + TEXT + "," + TEXT, "Found 5"),
                new RuleViolation("a marker is ephemeral", "'ephemeral'", "'eternal'", "Invalid value: 'eternal'"),
                new RuleViolation(
                        "the model does not have the last word",
                        TEXT + "]}",
                        TEXT + "]},{'role':'assistant','content':'Well'}",
                        "prefill"));
    }

    @ParameterizedTest
    @MethodSource
    void mutants(RuleViolation mutant) {
        mutant.checkedBy(new MessagesRules(new ThinkingRules())::check, GOOD);
    }

    static List<RuleViolation> fileMutants() {
        return List.of(
                new RuleViolation("an image has a known type", "'image/png'", "'image/tiff'", "'image/tiff'"),
                new RuleViolation("data is Base64", "'QUJD'", "'Q?'", "base64"),
                new RuleViolation("a document is not an image", "'text/plain'", "'image/png'", "'image/png'"),
                new RuleViolation("a text is not blank", "'Terms'", "' '", "non-whitespace"),
                new RuleViolation("a title is not blank", "'terms.txt'", "''", "non-whitespace"),
                new RuleViolation(
                        "a failure has text only",
                        "'content':[" + IMAGE + "]",
                        "'content':[" + IMAGE + "],'is_error':true",
                        "type `text`"),
                new RuleViolation("other kinds are unknown", "'type':'document'", "'type':'video'", "'video'"));
    }

    @ParameterizedTest
    @MethodSource
    void fileMutants(RuleViolation mutant) {
        String good =
                GOOD.replace("'content':'one'", "'content':[" + IMAGE + "]").replace(TEXT, DOCUMENT + "," + TEXT);
        mutant.checkedBy(new MessagesRules(new ThinkingRules())::check, good);
    }

    static List<RuleViolation> pausedMutants() {
        return List.of(
                new RuleViolation("a turn is paused", SEARCH + ",", "", "prefill"),
                new RuleViolation("blanks are not last", "'So far'", "'So far '", "trailing whitespace"),
                new RuleViolation(
                        "thinking is not last",
                        SEARCH + ",{'type':'text','text':'So far'}",
                        THOUGHT + "," + SEARCH + "," + THOUGHT,
                        "final block"));
    }

    @ParameterizedTest
    @MethodSource
    void pausedMutants(RuleViolation mutant) {
        String last = "{'role':'assistant','content':[" + SEARCH + ",{'type':'text','text':'So far'}]}";
        mutant.checkedBy(new MessagesRules(new ThinkingRules())::check, GOOD.replace(TEXT + "]}", TEXT + "]}," + last));
    }

    @Test
    void lifetimesAndOptionsAreChecked() {
        String longer = GOOD.replace("'ephemeral'", "'ephemeral','ttl':'1h'");
        new RuleViolation("a lifetime is known", "'1h'", "'2h'", "Invalid value: '2h'")
                .checkedBy(new MessagesRules(new ThinkingRules())::check, longer);
        String first = "'strict':true" + MARKER.replace("'ephemeral'", "'ephemeral','ttl':'1h'");
        new RuleViolation("the longer lifetime is first", first, "'strict':true" + MARKER, "must not come after")
                .checkedBy(new MessagesRules(new ThinkingRules())::check, longer);
        String options = GOOD.replace(
                "'max_tokens':4000,", "'max_tokens':4000,'temperature':1,'output_config':{'effort':'low'},");
        new RuleViolation("an effort is known", "'low'", "'none'", "Invalid value: 'none'")
                .checkedBy(new MessagesRules(new ThinkingRules())::check, options);
        new RuleViolation("thinking fixes the temperature", "'temperature':1", "'temperature':0.5", "may only be set")
                .checkedBy(new MessagesRules(new ThinkingRules())::check, options);
    }

    @Test
    void thinkingIsRepeatedWithItsCalls() {
        ThinkingRules thinking = new ThinkingRules();
        thinking.sent(RuleViolation.node("[" + THOUGHT + "," + CALL_1 + "]"));
        MessagesRules rules = new MessagesRules(thinking);
        new RuleViolation("unmodified", "'Hm.'", "'Hm!'", "cannot be modified").checkedBy(rules::check, GOOD);
        new RuleViolation("not forgotten", THOUGHT + ",", "", "cannot be modified").checkedBy(rules::check, GOOD);
    }
}
