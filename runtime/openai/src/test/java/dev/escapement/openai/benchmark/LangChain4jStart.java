package dev.escapement.openai.benchmark;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;

/** The same program with LangChain4j: its OpenAI client, its AI services and its tools. */
final class LangChain4jStart {

    private LangChain4jStart() {}

    /** The interface of the AI service. */
    interface Assistant {

        /** Sends a question. */
        @SystemMessage("You know the weather.")
        String chat(String question);
    }

    /** The tool. */
    static final class Weather {

        @Tool(name = "get_weather", value = "Look up the weather.")
        String weather(@P(name = "city", value = "The city") String city) {
            return ColdStart.dispatched(city);
        }
    }

    public static void main(String[] args) {
        OpenAiChatModel model = OpenAiChatModel.builder()
                .baseUrl(args[0])
                .apiKey(args[1])
                .modelName("stub")
                .strictTools(true)
                .build();
        AiServices.builder(Assistant.class)
                .chatModel(model)
                .tools(new Weather())
                .build()
                .chat(ColdStart.QUESTION);
    }
}
