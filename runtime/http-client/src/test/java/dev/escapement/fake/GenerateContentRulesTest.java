package dev.escapement.fake;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the generateContent fake's rules. */
final class GenerateContentRulesTest {

    private static final String TOOL = "{'name':'look_up','description':'','parametersJsonSchema':{'type':'object',"
            + "'properties':{'id':{'type':'string'}},'required':['id'],'additionalProperties':false}}";
    private static final String CALL_1 =
            "{'functionCall':{'id':'fc_1','name':'look_up','args':{}},'thoughtSignature':'c2ln'}";
    private static final String CALL_2 = "{'functionCall':{'id':'fc_2','name':'look_up','args':{}}}";
    private static final String ANSWER_1 =
            "{'functionResponse':{'id':'fc_1','name':'look_up','response':{'output':'one'},'parts':[{'inlineData':"
                    + "{'mimeType':'image/png','data':'aGk='}}]}}";
    private static final String ANSWER_2 =
            "{'functionResponse':{'id':'fc_2','name':'look_up','response':{'error':'two'}}}";
    private static final String FILE = "{'inlineData':{'mimeType':'audio/wav','data':'aGk='}}";
    private static final String HELLO = "{'role':'user','parts':[{'text':'Hello'}]}";
    private static final String GOOD = "{'systemInstruction':{'parts':[{'text':'Be brief.'}]},'contents':[" + HELLO
            + ",{'role':'model','parts':[{'text':'Hm.','thought':true}," + CALL_1 + "," + CALL_2
            + "]},{'role':'user','parts':[" + ANSWER_1 + "," + ANSWER_2 + "," + FILE
            + ",{'text':'And now?'}]}],'tools':[{'functionDeclarations':[" + TOOL + "]}],"
            + "'toolConfig':{'functionCallingConfig':{'mode':'ANY','allowedFunctionNames':['look_up']}},"
            + "'generationConfig':{'temperature':1,'maxOutputTokens':9,'thinkingConfig':{'thinkingLevel':'LOW'}}}";

    static List<RuleViolation> mutants() {
        return List.of(
                new RuleViolation("nothing unknown", "'systemInstruction'", "'system'", "Unknown parameter: 'system'"),
                new RuleViolation("no model in the body", "{'systemIns", "{'model':'m','systemIns", "'model'"),
                new RuleViolation("the user begins", HELLO + ",", "", "roles must alternate"),
                new RuleViolation("both take turns", HELLO, HELLO + "," + HELLO, "roles must alternate"),
                new RuleViolation(
                        "no other roles", "'role':'model'", "'role':'assistant'", "Invalid value: 'assistant'"),
                new RuleViolation("no empty text", "'Hello'", "''", "non-whitespace"),
                new RuleViolation("no empty instructions", "'Be brief.'", "' '", "non-whitespace"),
                new RuleViolation("no empty content", "[{'text':'Hello'}]", "[]", "empty array"),
                new RuleViolation("each call has an answer", ANSWER_1 + ",", "", "number of function response parts"),
                new RuleViolation(
                        "no answer twice", ANSWER_2, ANSWER_2 + "," + ANSWER_2, "number of function response"),
                new RuleViolation(
                        "answers are in order", ANSWER_1 + "," + ANSWER_2, ANSWER_2 + "," + ANSWER_1, "another id"),
                new RuleViolation(
                        "answers come first", ANSWER_2 + "," + FILE, FILE + "," + ANSWER_2, "before all other"),
                new RuleViolation(
                        "answers name their function",
                        "'name':'look_up','response':{'error'",
                        "'name':'other','response':{'error'",
                        "another function"),
                new RuleViolation("an answer is an object", "{'error':'two'}", "'two'", "expected an object"),
                new RuleViolation("ids are distinct", "'id':'fc_2'", "'id':'fc_1'", "used twice"),
                new RuleViolation(
                        "arguments are an object", "'args':{}},'th", "'args':'{}'},'th", "expected an object"),
                new RuleViolation("names begin with a letter", "'look_up'", "'7up'", "does not match"),
                new RuleViolation("signatures are repeated", ",'thoughtSignature':'c2ln'", "", "Corrupted"),
                new RuleViolation("signatures are known", "'c2ln'", "'eHg='", "not valid"),
                new RuleViolation("a part has one field", "{'text':'And now?'}", "{}", "parts[3].text"),
                new RuleViolation("files have known types", "audio/wav", "audio/midi", "Unsupported MIME type"),
                new RuleViolation("files of answers have few types", "image/png", "audio/wav", "Unsupported MIME type"),
                new RuleViolation("files are Base64", "'data':'aGk='", "'data':'a!'", "Base64"),
                new RuleViolation(
                        "calls need tools",
                        "'tools':[{'functionDeclarations':[" + TOOL + "]}],"
                                + "'toolConfig':{'functionCallingConfig':{'mode':'ANY','allowedFunctionNames':['look_up']}},",
                        "",
                        "need function_declarations"),
                new RuleViolation(
                        "a choice needs tools", "'tools':[{'functionDeclarations':[" + TOOL + "]}],", "", "without"),
                new RuleViolation("tools are distinct", "[" + TOOL + "]", "[" + TOOL + "," + TOOL + "]", "unique"),
                new RuleViolation(
                        "keywords are known",
                        "'additionalProperties':false",
                        "'pattern':'a'",
                        "parametersJsonSchema.pattern"),
                new RuleViolation("modes are known", "'ANY'", "'REQUIRED'", "Invalid value: 'REQUIRED'"),
                new RuleViolation("names need a mode", "'ANY'", "'AUTO'", "must be ANY"),
                new RuleViolation("allowed tools exist", "['look_up']", "['other']", "undeclared"),
                new RuleViolation("temperature is bounded", "'temperature':1", "'temperature':3", "temperature"),
                new RuleViolation("limits are positive", "'maxOutputTokens':9", "'maxOutputTokens':0", "positive"),
                new RuleViolation("levels are known", "'LOW'", "'low'", "Invalid value: 'low'"),
                new RuleViolation(
                        "level or budget",
                        "'thinkingLevel':'LOW'",
                        "'thinkingLevel':'LOW','thinkingBudget':1",
                        "only set one"),
                new RuleViolation(
                        "the user has the last word",
                        "{'text':'And now?'}]}",
                        "{'text':'And now?'}]},{'role':'model','parts':[{'text':'Well'}]}",
                        "ends with a user"));
    }

    private static GenerateContentRules rules() {
        SignatureRules signatures = new SignatureRules();
        signatures.sentCall("fc_1", "c2ln");
        return new GenerateContentRules(signatures);
    }

    @ParameterizedTest
    @MethodSource
    void mutants(RuleViolation mutant) {
        mutant.checkedBy(body -> rules().check(body, 3), GOOD);
    }

    @Test
    void callOfAnotherModelHasThePlaceholder() {
        GenerateContentRules rules = new GenerateContentRules(new SignatureRules());
        String good = GOOD.replace("c2ln", "skip_thought_signature_validator");
        new RuleViolation(
                        "the first call is signed",
                        ",'thoughtSignature':'skip_thought_signature_validator'",
                        "",
                        "missing a thought_signature")
                .checkedBy(body -> rules.check(body, 3), good);
    }

    @Test
    void earlierModelsHaveOtherRules() {
        String unsigned = GOOD.replace("'thinkingLevel':'LOW'", "'thinkingBudget':1")
                .replace(",'parts':[{'inlineData':" + "{'mimeType':'image/png','data':'aGk='}}]", "");
        GenerateContentRules rules = new GenerateContentRules(new SignatureRules());
        String signed = unsigned.replace(",'thoughtSignature':'c2ln'", "");
        new RuleViolation("no levels", "'thinkingBudget':1", "'thinkingLevel':'LOW'", "not supported")
                .checkedBy(body -> rules.check(body, 2), signed);
        new RuleViolation(
                        "no files in answers",
                        "{'error':'two'}",
                        "{'error':'two'},'parts':[" + FILE + "]",
                        "not supported")
                .checkedBy(body -> rules.check(body, 2), signed);
    }

    @Test
    void signatureOfATextIsRepeated() {
        SignatureRules signatures = new SignatureRules();
        signatures.sentText("Yes.", "c2ln");
        GenerateContentRules rules = new GenerateContentRules(signatures);
        String good = "{'contents':[" + HELLO + ",{'role':'model','parts':[{'text':'Yes.','thoughtSignature':'c2ln'}]},"
                + HELLO + "]}";
        new RuleViolation("not forgotten", ",'thoughtSignature':'c2ln'", "", "is missing")
                .checkedBy(body -> rules.check(body, 3), good);
    }
}
