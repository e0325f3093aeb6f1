package dev.escapement.fake;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the Chat Completions fake's rules. */
final class ChatRulesTest {

    private static final String SCHEMA =
            "{'type':'object','properties':{'id':{'type':'string'}},'required':['id'],'additionalProperties':false}";
    private static final String TOOL =
            "{'type':'function','function':{'name':'look_up','parameters':" + SCHEMA + ",'strict':true}}";
    private static final String FIRST =
            "{'id':'call_1','type':'function','function':{'name':'look_up','arguments':'{}'}}";
    private static final String SECOND =
            "{'id':'call_2','type':'function','function':{'name':'look_up','arguments':'{}'}}";
    private static final String RESULT_1 = "{'role':'tool','tool_call_id':'call_1','content':'one'}";
    private static final String RESULT_2 = "{'role':'tool','tool_call_id':'call_2','content':'two'}";
    private static final String SYSTEM = "{'role':'system','content':'Be brief.'}";
    private static final String GOOD = "{'model':'m','messages':[" + SYSTEM + ",{'role':'user','content':'Hello'},"
            + "{'role':'assistant','content':null,'tool_calls':[" + FIRST + "," + SECOND + "]},"
            + RESULT_1 + "," + RESULT_2 + ",{'role':'user','content':'And now?'}],"
            + "'tools':[" + TOOL + "],'tool_choice':'required','parallel_tool_calls':true,"
            + "'stream':true,'stream_options':{'include_usage':true}}";

    static List<RuleViolation> mutants() {
        return List.of(
                new RuleViolation("a model is named", "'model':'m',", "", "Missing required parameter: 'model'"),
                new RuleViolation("nothing unknown", "'stream':true", "'streem':true", "Unknown parameter: 'streem'"),
                new RuleViolation("no property twice", "'model':'m',", "'model':'m','model':'m',", "parse the JSON"),
                new RuleViolation("a role is known", "'role':'user'", "'role':'human'", "Invalid value: 'human'"),
                new RuleViolation(
                        "instructions come first",
                        SYSTEM + ",{'role':'user','content':'Hello'}",
                        "{'role':'user','content':'Hello'}," + SYSTEM,
                        "before the conversation"),
                new RuleViolation("no empty message", "'Hello'", "''", "non-whitespace"),
                new RuleViolation("each call has a result", "," + RESULT_2, "", "[call_2]"),
                new RuleViolation(
                        "results come at once",
                        RESULT_1 + "," + RESULT_2 + ",",
                        "{'role':'user','content':'Wait.'}," + RESULT_1 + "," + RESULT_2 + ",",
                        "messages[3]"),
                new RuleViolation("no result twice", RESULT_2, RESULT_2 + "," + RESULT_2, "no call before it"),
                new RuleViolation(
                        "no result of a stranger", "'tool_call_id':'call_2'", "'tool_call_id':'call_9'", "call_9"),
                new RuleViolation("ids of calls are distinct", SECOND, FIRST, "used twice"),
                new RuleViolation("ids of calls are short", "'call_1'", "'" + "x".repeat(41) + "'", "does not match"),
                new RuleViolation("calls are some", FIRST + "," + SECOND, "", "empty array"),
                new RuleViolation(
                        "a model says something",
                        ",'tool_calls':[" + FIRST + "," + SECOND + "]",
                        "",
                        "both are missing"),
                new RuleViolation("arguments are JSON", "'arguments':'{}'", "'arguments':'{'", "parse the JSON"),
                new RuleViolation("arguments are an object", "'arguments':'{}'", "'arguments':'[]'", "JSON object"),
                new RuleViolation("arguments are text", "'arguments':'{}'", "'arguments':{}", "expected a string"),
                new RuleViolation(
                        "a called tool has a possible name",
                        "{'name':'look_up','arg",
                        "{'name':'look.up','arg",
                        "tool_calls[0].function.name"),
                new RuleViolation(
                        "a tool has a possible name",
                        "{'name':'look_up','par",
                        "{'name':'look up','par",
                        "tools[0].function.name"),
                new RuleViolation("tools are distinct", TOOL, TOOL + "," + TOOL, "unique"),
                new RuleViolation("tools are some", TOOL, "", "empty array"),
                new RuleViolation(
                        "a tool is a function",
                        "{'type':'function','function':{'name':'look_up','par",
                        "{'type':'custom','function':{'name':'look_up','par",
                        "Invalid value: 'custom'"),
                new RuleViolation("a strict schema is one", "'required':['id']", "'required':[]", "every key"),
                new RuleViolation(
                        "a schema is an object's",
                        SCHEMA + ",'strict':true",
                        "{'type':'string'},'strict':false",
                        "type: \"object\""),
                new RuleViolation("a choice is known", "'required','par", "'any','par", "Invalid value: 'any'"),
                new RuleViolation("a choice needs tools", "'tools':[" + TOOL + "],", "", "only allowed when 'tools'"),
                new RuleViolation(
                        "options of streams need one", "'stream':true", "'stream':false", "only allowed when 'stream'"),
                new RuleViolation(
                        "the model does not have the last word",
                        ",{'role':'user','content':'And now?'}",
                        ",{'role':'assistant','content':'Well'}",
                        "'assistant' at 'messages[5].role'"));
    }

    @ParameterizedTest
    @MethodSource
    void mutants(RuleViolation mutant) {
        mutant.checkedBy(new ChatRules(ChatFlavor.OPENAI)::check, GOOD);
    }

    @Test
    void toolsAreLimitedTo128() {
        new ChatRules(ChatFlavor.OPENAI).check(RuleViolation.node(withTools(128)));
        Complaint thrown = assertThrows(
                Complaint.class, () -> new ChatRules(ChatFlavor.OPENAI).check(RuleViolation.node(withTools(129))));
        assertTrue(thrown.getMessage().contains("maximum length 128"), thrown.getMessage());
    }

    @Test
    void mistralAcceptsOnlyItsOwnForms() {
        String good = GOOD.replace("call_1", "abcDEF123")
                .replace("call_2", "ABCdef456")
                .replace(",'stream_options':{'include_usage':true}", "")
                .replace(",{'role':'user','content':'And now?'}", "");
        ChatRules rules = new ChatRules(ChatFlavor.MISTRAL);
        new RuleViolation("nine characters", "abcDEF123", "abcDEF1234", "{9}").checkedBy(rules::check, good);
        new RuleViolation("no wish for usage", "'stream':true", "'stream':true,'stream_options':{}", "'stream_options'")
                .checkedBy(rules::check, good);
        String result = "'tool_call_id':'ABCdef456','content':'two'}";
        new RuleViolation(
                        "no user behind a result",
                        result,
                        result + ",{'role':'user','content':'And?'}",
                        "after role 'tool'")
                .checkedBy(rules::check, good);
    }

    @Test
    void additionsOfDeepSeekAndGeminiAreRequired() {
        String thought = "'content':null,'reasoning_content':'Hm.',";
        new RuleViolation("thinking", thought, "'content':null,", "must be passed back")
                .checkedBy(rules(ChatFlavor.DEEPSEEK)::check, GOOD.replace("'content':null,", thought));
        String signed = "'id':'call_1','extra_content':{'google':{'thought_signature':'E'}}";
        String second = "'id':'call_2','extra_content':{'google':{'thought_signature':'E'}}";
        new RuleViolation("signature", signed, "'id':'call_1'", "missing a thought_signature")
                .checkedBy(
                        rules(ChatFlavor.GEMINI)::check,
                        GOOD.replace("'id':'call_1'", signed).replace("'id':'call_2'", second));
    }

    private static ChatRules rules(ChatFlavor flavor) {
        ChatRules rules = new ChatRules(flavor);
        rules.sent("call_1");
        return rules;
    }

    private static String withTools(int number) {
        return GOOD.replace(
                TOOL,
                IntStream.range(0, number)
                        .mapToObj(i -> TOOL.replace("look_up", "look_up_" + i))
                        .collect(Collectors.joining(",")));
    }
}
