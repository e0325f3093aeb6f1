package dev.escapement.openai;

import dev.escapement.fake.client.DeltaCollector;
import dev.escapement.fake.client.ReplyFeed;
import dev.escapement.model.ModelReply;
import dev.escapement.tool.ToolSpec;
import java.util.List;

/** A fixture with readers of Chat Completions replies. In JSON, single quotes replace double ones. */
abstract class ChatReaderFixture {

    static final ChatState STATE = new ChatState(OpenAiSamples.ASKED);

    /** The deltas of the latest reader. */
    DeltaCollector watcher = new DeltaCollector();

    ChatReader reader() {
        return reader(List.of());
    }

    /** Returns a reader of the reply to a request that offers tools. */
    ChatReader reader(List<ToolSpec<?>> tools) {
        watcher = new DeltaCollector();
        return new ChatReader(OpenAiSamples.context(Flavor.OPENAI, null, tools), STATE, watcher);
    }

    /** Returns the reply to a message; its properties are written with single quotes. */
    ModelReply message(String properties, String reason) {
        return ReplyFeed.body(
                reader(),
                "{'choices':[{'message':{%s},'finish_reason':'%s'}]}"
                        .formatted(properties, reason)
                        .replace('\'', '"'));
    }

    /** Returns the reply of a stream of such deltas. */
    ModelReply deltas(String... deltas) {
        return deltas(reader(), deltas);
    }

    /** Returns the reply of a stream of such deltas to a reader. */
    static ModelReply deltas(ChatReader reader, String... deltas) {
        StringBuilder stream = new StringBuilder(": a comment\n\n");
        for (String delta : deltas) {
            stream.append("data: {'choices':[{'index':0,'delta':{%s}}],'obfuscation':'x'}%n%n"
                    .formatted(delta)
                    .replace('\'', '"'));
        }
        return ReplyFeed.stream(
                reader, stream + "data: {\"choices\":[{\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
    }
}
