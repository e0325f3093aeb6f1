package dev.escapement.fake;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fake of Messages complains about. */
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
    private static final String HELLO = "{'role':'user','content':'Hello'}";
    private static final String GOOD = "{'model':'m','max_tokens':4000,'system':[{'type':'text','text':'Be brief.'"
            + MARKER + "}],'messages':[" + HELLO + ",{'role':'assistant','content':["
            + THOUGHT + "," + CALL_1 + "," + CALL_2 + "]},{'role':'user','content':[" + RESULT_1 + "," + RESULT_2 + ","
            + TEXT + "]}],'tools':[" + TOOL + "],'tool_choice':{'type':'auto'},"
            + "'thinking':{'type':'enabled','budget_tokens':2000}}";

    static List<Mutant> mutants() {
        return List.of(
                new Mutant("a limit is set", "'max_tokens':4000,", "", "'max_tokens'"),
                new Mutant("nothing unknown", "'thinking':{'t", "'reasoning':{'t", "Unknown parameter: 'reasoning'"),
                new Mutant("the user begins", HELLO + ",", "", "roles must alternate"),
                new Mutant("both take turns", HELLO, HELLO + "," + HELLO, "roles must alternate"),
                new Mutant(
                        "no other roles",
                        "{'role':'user','content':'Hello'}",
                        "{'role':'system','content':'Hello'}",
                        "Invalid value: 'system'"),
                new Mutant("no empty text", "'Hello'", "''", "non-whitespace"),
                new Mutant("no empty block", "'And now?'", "' '", "non-whitespace"),
                new Mutant("no empty instructions", "'Be brief.'", "''", "non-whitespace"),
                new Mutant("each call has a result", RESULT_1 + ",", "", "[toolu_1]"),
                new Mutant(
                        "results come at once",
                        "]},{'role':'user','content':[" + RESULT_1,
                        "]},{'role':'user','content':'Wait.'},{'role':'assistant','content':'Yes.'},"
                                + "{'role':'user','content':[" + RESULT_1,
                        "messages[2]"),
                new Mutant(
                        "results come first", RESULT_2 + "," + TEXT, TEXT + "," + RESULT_2, "before all other content"),
                new Mutant("no result twice", RESULT_2, RESULT_2 + "," + RESULT_2, "no call before it"),
                new Mutant("no result of a stranger", "'tool_use_id':'toolu_2'", "'tool_use_id':'toolu_9'", "toolu_9"),
                new Mutant("ids of calls are distinct", CALL_2, CALL_1, "used twice"),
                new Mutant("ids of calls are plain", "toolu_1", "toolu.1", "does not match"),
                new Mutant("a failure has a text", "'content':'two'", "'content':''", "cannot be empty"),
                new Mutant("arguments are an object", "'input':{}", "'input':'{}'", "expected an object"),
                new Mutant(
                        "a called tool has a possible name",
                        "'name':'look_up','input':",
                        "'name':'look.up','input':",
                        "content[1].name"),
                new Mutant("tools are distinct", TOOL, TOOL + "," + TOOL, "unique"),
                new Mutant("properties have possible names", "'id'", "'the id'", "Property keys"),
                new Mutant(
                        "a strict schema is one",
                        "'additionalProperties':false",
                        "'additionalProperties':true",
                        "'additionalProperties'"),
                new Mutant(
                        "a schema has an object at its root",
                        "'input_schema':{",
                        "'input_schema':{'anyOf':[],",
                        "at the top level"),
                new Mutant(
                        "calls need tools",
                        "'tools':[" + TOOL + "],'tool_choice':{'type':'auto'},",
                        "",
                        "must define tools"),
                new Mutant("a choice is known", "{'type':'auto'}", "{'type':'required'}", "Invalid value: 'required'"),
                new Mutant("who thinks is not forced", "{'type':'auto'}", "{'type':'any'}", "forces tool use"),
                new Mutant("thinking leaves room", "2000", "4000", "less than max_tokens"),
                new Mutant("thoughts are signed", ",'signature':'sig'", "", "'messages[1].content[0].signature'"),
                new Mutant(
                        "thoughts come first", THOUGHT + "," + CALL_1, CALL_1 + "," + THOUGHT, "Expected 'thinking'"),
                new Mutant("there are four markers at most", TEXT, TEXT + "," + TEXT + "," + TEXT, "Found 5"),
                new Mutant("a marker is ephemeral", "'ephemeral'", "'eternal'", "Invalid value: 'eternal'"),
                new Mutant(
                        "the model does not have the last word",
                        TEXT + "]}",
                        TEXT + "]},{'role':'assistant','content':'Well'}",
                        "prefill"));
    }

    @ParameterizedTest
    @MethodSource
    void mutants(Mutant mutant) {
        mutant.checkedBy(new MessagesRules(new ThinkingRules())::check, GOOD);
    }

    @Test
    void whatWasThoughtComesBackUnmodifiedWithItsCalls() {
        ThinkingRules thinking = new ThinkingRules();
        thinking.sent(Mutant.node("[" + THOUGHT + "," + CALL_1 + "]"));
        MessagesRules rules = new MessagesRules(thinking);
        new Mutant("unmodified", "'Hm.'", "'Hm!'", "cannot be modified").checkedBy(rules::check, GOOD);
        new Mutant("not forgotten", THOUGHT + ",", "", "cannot be modified").checkedBy(rules::check, GOOD);
    }
}
