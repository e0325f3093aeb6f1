package dev.escapement.fake;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the Responses fake's rules. */
final class ResponsesRulesTest {

    private static final String TOOL =
            "{'type':'function','name':'look_up','parameters':{'type':'object'},'strict':false}";
    private static final String THOUGHT = "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'secret'}";
    private static final String CALL_1 =
            "{'type':'function_call','id':'fc_1','call_id':'call_1','name':'look_up','arguments':'{}'}";
    private static final String CALL_2 =
            "{'type':'function_call','call_id':'call_2','name':'look_up','arguments':'{}'}";
    private static final String RESULT_1 = "{'type':'function_call_output','call_id':'call_1','output':'one'}";
    private static final String RESULT_2 = "{'type':'function_call_output','call_id':'call_2','output':'two'}";
    private static final String GOOD =
            "{'model':'m','instructions':'Be brief.','input':[{'role':'user','content':'Hello'},"
                    + THOUGHT
                    + ",{'role':'assistant','content':[{'type':'output_text','text':'I look.','annotations':[]}]},"
                    + CALL_1 + "," + CALL_2 + "," + RESULT_1 + "," + RESULT_2 + "],"
                    + "'tools':[" + TOOL
                    + "],'tool_choice':'auto','store':false,'include':['reasoning.encrypted_content']}";

    static List<RuleViolation> mutants() {
        return List.of(
                new RuleViolation("nothing unknown", "'store':false", "'messages':[]", "Unknown parameter: 'messages'"),
                new RuleViolation("no empty instructions", "'Be brief.'", "' '", "non-whitespace"),
                new RuleViolation("no empty message", "'Hello'", "''", "non-whitespace"),
                new RuleViolation("each call has a result", "," + RESULT_2, "", "[call_2]"),
                new RuleViolation(
                        "results come at once",
                        "," + RESULT_1,
                        ",{'role':'user','content':'Wait.'}," + RESULT_1,
                        "input[5]"),
                new RuleViolation(
                        "no call between results",
                        RESULT_1 + "," + RESULT_2,
                        RESULT_1 + "," + CALL_2.replace("call_2", "call_3") + "," + RESULT_2,
                        "input[6]"),
                new RuleViolation(
                        "no result of a stranger", "'call_id':'call_2','out", "'call_id':'call_9','out", "call_9"),
                new RuleViolation("ids of calls are distinct", CALL_2, CALL_1, "used twice"),
                new RuleViolation("ids of calls are short", "'call_1'", "'" + "x".repeat(65) + "'", "does not match"),
                new RuleViolation("ids of items tell their kind", "'fc_1'", "'call_1'", "begins with 'fc'"),
                new RuleViolation("arguments are an object", "'arguments':'{}'", "'arguments':'1'", "JSON object"),
                new RuleViolation(
                        "parts fit their role", "'output_text'", "'input_text'", "Invalid value: 'input_text'"),
                new RuleViolation(
                        "thoughts come with what they were", ",'encrypted_content':'secret'", "", "not persisted"),
                new RuleViolation(
                        "thoughts lead to something",
                        "[{'role':'user','content':'Hello'}," + THOUGHT,
                        "[" + THOUGHT + ",{'role':'user','content':'Hello'}",
                        "required following item"),
                new RuleViolation(
                        "a tool is flat",
                        "'name':'look_up','parameters'",
                        "'function':{},'parameters'",
                        "tools[0].function"),
                new RuleViolation("a choice needs tools", "'tools':[" + TOOL + "],", "", "only allowed when 'tools'"),
                new RuleViolation(
                        "the model does not have the last word",
                        "," + CALL_1 + "," + CALL_2 + "," + RESULT_1 + "," + RESULT_2,
                        "",
                        "The last item"));
    }

    @ParameterizedTest
    @MethodSource
    void mutants(RuleViolation mutant) {
        mutant.checkedBy(new ResponsesRules(new ReasoningRules())::check, GOOD);
    }

    @Test
    void reasoningIsRepeatedWithItsCall() {
        ReasoningRules reasoning = new ReasoningRules();
        reasoning.sent(RuleViolation.node("[" + THOUGHT + "," + CALL_1 + "]"));
        ResponsesRules rules = new ResponsesRules(reasoning);
        new RuleViolation("unmodified", "'secret'", "'other'", "not what it was").checkedBy(rules::check, GOOD);
        new RuleViolation("not forgotten", THOUGHT + ",", "", "required 'reasoning' item")
                .checkedBy(rules::check, GOOD);
    }
}
