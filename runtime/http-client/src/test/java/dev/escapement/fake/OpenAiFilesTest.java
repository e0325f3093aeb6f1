package dev.escapement.fake;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests of the rules of OpenAI's fakes for files. */
final class OpenAiFilesTest {

    private static final String CHAT = "{'content':[{'type':'text','text':'Look.'},"
            + "{'type':'image_url','image_url':{'url':'data:image/png;base64,aGk='}},"
            + "{'type':'file','file':{'filename':'a.pdf','file_data':'data:application/pdf;base64,aGk='}},"
            + "{'type':'input_audio','input_audio':{'data':'aGk=','format':'wav'}}]}";
    private static final String RESPONSES = "{'content':[{'type':'input_text','text':'Look.'},"
            + "{'type':'input_image','detail':'auto','image_url':'data:image/png;base64,aGk='},"
            + "{'type':'input_file','filename':'a.pdf','file_data':'data:application/pdf;base64,aGk='}]}";

    static List<RuleViolation> mutants() {
        return List.of(
                new RuleViolation("no empty text", "'Look.'", "' '", "non-whitespace"),
                new RuleViolation("images have few types", "image/png", "image/tiff", "not supported"),
                new RuleViolation("documents are PDF", "application/pdf", "text/csv", "not supported"),
                new RuleViolation("documents have names", "'a.pdf'", "''", "non-whitespace"),
                new RuleViolation("files are data URLs", "data:image/png;base64,", "", "data URL"),
                new RuleViolation("files are Base64", "png;base64,aGk=", "png;base64,a!", "base64"),
                new RuleViolation("files are not empty", "pdf;base64,aGk=", "pdf;base64,", "empty"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void chat(RuleViolation mutant) {
        mutant.checkedBy(message -> OpenAiFiles.chat(message.get("content").someItems()), CHAT);
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void responses(RuleViolation mutant) {
        mutant.checkedBy(message -> OpenAiFiles.responses(message.get("content").someItems()), RESPONSES);
    }
}
