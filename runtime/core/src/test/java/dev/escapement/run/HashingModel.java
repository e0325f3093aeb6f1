package dev.escapement.run;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.model.ModelRequest;
import dev.escapement.model.ReplyProvenance;
import dev.escapement.model.spi.ContentHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A scripted model whose hashes are those of the texts of the request. */
record HashingModel(List<ModelReply> replies) implements Model {

    @Override
    public ModelReply reply(ModelRequest request) {
        ModelReply next = replies.remove(0);
        ReplyProvenance provenance = new ReplyProvenance("p", "m", "r", hash(request), "bb");
        return new ModelReply(next.text(), next.calls(), next.usage(), next.stop(), provenance, next.state());
    }

    @Override
    public Set<String> requestSha256(ModelRequest request) {
        return Set.of(hash(request));
    }

    private static String hash(ModelRequest request) {
        List<String> tools = new ArrayList<>();
        request.tools().forEach(tool -> tools.add(tool.name()));
        return ContentHash.hex(request.prompt() + request.messages() + tools + request.options());
    }
}
