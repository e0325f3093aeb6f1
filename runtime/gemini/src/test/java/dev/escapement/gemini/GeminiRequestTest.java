package dev.escapement.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escapement.fake.client.SchemaTool;
import dev.escapement.http.ToolSelection;
import dev.escapement.model.Message;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.RequestOptions;
import dev.escapement.model.ToolChoice;
import dev.escapement.tool.Call;
import dev.escapement.tool.Dialect;
import dev.escapement.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the bodies of requests. */
class GeminiRequestTest {

    private static final RequestOptions OPTIONS = new RequestOptions(
            Optional.of("gemini-2.5-pro"), OptionalDouble.of(0.5), Optional.of("high"), OptionalInt.of(99));

    @Test
    void firstRequestHasPromptToolsAndQuestion() {
        assertEquals(
                GeminiSamples.json("{'systemInstruction':{'parts':[{'text':'Be brief.'}]},"
                        + "'tools':[{'functionDeclarations':[{'name':'look_up','description':'Looks an order up.',"
                        + "'parametersJsonSchema':{'type':'object','properties':{}}}]}],"
                        + "'contents':[{'role':'user','parts':[{'text':'Where is it?'}]}]}"),
                GeminiSamples.written(GeminiSamples.model(), GeminiSamples.saying(GeminiSamples.QUESTION)));
    }

    @Test
    void toolsAreOfferedInTheDialectOfTheProvider() {
        ToolSpec<?> tool = new SchemaTool("t", "", dialect -> "{\"title\":\"" + dialect + "\"}");
        ModelRequest request = new ModelRequest("", List.of(GeminiSamples.QUESTION), List.of(tool));

        JsonNode written = GeminiSamples.written(GeminiSamples.model(), request);

        JsonNode declaration = written.at("/tools/0/functionDeclarations/0");
        assertEquals(
                Dialect.GEMINI.toString(),
                declaration.at("/parametersJsonSchema/title").asText());
        assertEquals("", declaration.get("description").asText());
    }

    @Test
    void promptIsTheFirstMessageIfTheUserDoesNotBegin() {
        assertEquals(
                GeminiSamples.json("[{'role':'user','parts':[{'text':'Be brief.'}]}]"),
                GeminiSamples.contents(GeminiSamples.saying()));
        ModelRequest nothing = new ModelRequest(" ", List.of(), List.of());
        assertThrows(
                IllegalArgumentException.class,
                () -> GeminiSamples.model().build().write(nothing));
    }

    @Test
    void answersAreOneContentInTheOrderOfTheirCalls() {
        ModelRequest request = GeminiSamples.saying(
                GeminiSamples.QUESTION,
                new Message.Assistant(
                        "I look.", List.of(new Call("a", "look_up", "{\"x\":1}"), new Call("b", "7up", "{}"))),
                new Message.ToolAnswer("b", "There is no order.", true),
                new Message.User("Hurry."),
                new Message.ToolAnswer("a", "On its way.", false));

        assertEquals(
                GeminiSamples.json("[{'role':'user','parts':[{'text':'Where is it?'}]},"
                        + "{'role':'model','parts':[{'text':'I look.'},"
                        + "{'functionCall':{'name':'look_up','args':{'x':1}},"
                        + "'thoughtSignature':'skip_thought_signature_validator'},"
                        + "{'functionCall':{'name':'_7up','args':{}}}]},"
                        + "{'role':'user','parts':["
                        + "{'functionResponse':{'name':'look_up','response':{'output':'On its way.'}}},"
                        + "{'functionResponse':{'name':'_7up','response':{'error':'There is no order.'}}},"
                        + "{'text':'Hurry.'}]}]"),
                GeminiSamples.contents(request));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "AUTO | false | -",
                "AUTO | true | {'mode':'VALIDATED'}",
                "REQUIRED | false | {'mode':'ANY'}",
                "NONE | true | {'mode':'NONE'}",
                "look_up | false | {'mode':'ANY','allowedFunctionNames':['look_up']}",
                "other | false | -"
            })
    void selectionIsAMode(String selection, boolean strict, String config) {
        boolean isMode = selection.equals(selection.toUpperCase(java.util.Locale.ROOT));
        GeminiModel.Builder model = GeminiSamples.model()
                .strict(strict)
                .toolChoice(isMode ? ToolSelection.Mode.valueOf(selection) : new ToolSelection.Only(selection));

        JsonNode written = GeminiSamples.written(model, GeminiSamples.saying(GeminiSamples.QUESTION));

        JsonNode expected = config == null
                ? GeminiSamples.MAPPER.missingNode()
                : GeminiSamples.json("{'functionCallingConfig':" + config + "}");
        assertEquals(expected, written.path("toolConfig"));
    }

    @Test
    void agentForcesACall() {
        ModelRequest request = new ModelRequest(
                "Be brief.", List.of(GeminiSamples.QUESTION), List.of(GeminiSamples.LOOK_UP), ToolChoice.REQUIRED);

        assertEquals(
                "ANY",
                GeminiSamples.written(GeminiSamples.model(), request)
                        .at("/toolConfig/functionCallingConfig/mode")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemini-3-pro | low | {'thinkingLevel':'LOW'}",
                "gemini-flash-latest | High | {'thinkingLevel':'HIGH'}",
                "gemini-3-pro | none | {'thinkingLevel':'MINIMAL'}",
                "gemini-3-pro | 2000 | {'thinkingBudget':2000}",
                "gemini-2.5-pro | low | {'thinkingBudget':1024}",
                "gemini-2.5-pro | medium | {'thinkingBudget':8192}",
                "gemini-2.5-flash | high | {'thinkingBudget':24576}",
                "gemini-2.5-flash | none | {'thinkingBudget':0}",
                "gemini-2.5-flash | -1 | {'thinkingBudget':-1}"
            })
    void effortDependsOnTheGeneration(String model, String effort, String config) {
        JsonNode written = GeminiSamples.written(
                GeminiSamples.model().model(model).effort(effort), GeminiSamples.saying(GeminiSamples.QUESTION));

        assertEquals(GeminiSamples.json(config), written.at("/generationConfig/thinkingConfig"));
    }

    @Test
    void propertiesBelongToTheConfigurationOrTheRequest() {
        GeminiModel.Builder model = GeminiSamples.model()
                .maxOutputTokens(50)
                .thoughtSummaries(true)
                .property("temperature", "0")
                .property("seed", "7")
                .property("safetySettings", "[]");

        JsonNode written = GeminiSamples.written(model, GeminiSamples.saying(GeminiSamples.QUESTION));

        assertEquals(
                GeminiSamples.json("{'maxOutputTokens':50,'thinkingConfig':{'includeThoughts':true},'temperature':0,"
                        + "'seed':7}"),
                written.get("generationConfig"));
        assertEquals(GeminiSamples.json("[]"), written.get("safetySettings"));
    }

    @Test
    void optionsReplaceSettings() {
        GeminiModel.Builder model = GeminiSamples.model()
                .maxOutputTokens(50)
                .effort("low")
                .property("temperature", "0")
                .property("topP", "0.9");

        assertEquals(
                GeminiSamples.json("{'temperature':0.5,'maxOutputTokens':99,'thinkingConfig':{'thinkingBudget':24576},"
                        + "'topP':0.9}"),
                GeminiSamples.written(model, GeminiSamples.with(OPTIONS)).get("generationConfig"));
    }

    @Test
    void sameRequestHasTheSameBytes() {
        ModelRequest request = GeminiSamples.with(OPTIONS);
        GeminiModel model = GeminiSamples.model().effort("low").build();

        assertEquals(model.write(request), model.write(request));
    }

    @Test
    void unpairedSurrogatesAreReplaced() {
        ModelRequest request = GeminiSamples.saying(
                new Message.User("a\ud800b"),
                new Message.Assistant("c\udc00", List.of(new Call("a", "look_up", "{\"x\":\"\\ud800\"}"))),
                new Message.ToolAnswer("a", "d\ud800", false));

        String contents = GeminiSamples.contents(request).toString();

        assertEquals(
                "a\ufffdb",
                GeminiSamples.contents(request).at("/0/parts/0/text").asText());
        assertEquals(
                0, contents.chars().filter(c -> Character.isSurrogate((char) c)).count());
    }

    @Test
    void omittedPropertiesAreAbsent() {
        GeminiModel.Builder model = GeminiSamples.model()
                .strict(true)
                .effort("low")
                .thoughtSummaries(true)
                .maxOutputTokens(9)
                .omit(OptionalProperties.OMITTABLE.toArray(String[]::new));
        ModelReply reply = GeminiSamples.read(
                "{'candidates':[{'content':{'parts':[{'text':'Hi','thoughtSignature':'a'},{'functionCall':"
                        + "{'id':'x','name':'look_up','args':{}},'thoughtSignature':'b'}]},'finishReason':'STOP'}]}");

        String body = GeminiSamples.written(model, GeminiSamples.after(reply)).toString();

        OptionalProperties.OMITTABLE.forEach(
                name -> assertFalse(body.contains("\"" + name + "\""), name + " in " + body));
        assertTrue(body.contains("\"maxOutputTokens\":9"), body);
        assertTrue(body.contains("\"Hi\""), body);
    }

    @Test
    void requiredPropertiesCannotBeOmitted() {
        for (String name : List.of("maxOutputTokens", "contents", "generationConfig")) {
            assertThrows(
                    IllegalArgumentException.class, () -> GeminiSamples.model().omit(name));
        }
    }
}
