package com.example.desk;

import dev.escapement.run.Runner;
import dev.escapement.tool.Dialect;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/")
public class DeskResource {

    private final Runner runner;

    DeskResource(Runner runner) {
        this.runner = runner;
    }

    /** Starts a thread, waits for its end and returns its last events. */
    @POST
    @Path("/orders")
    public String order(String text) {
        return runner.start(text).end().toString();
    }

    /** Returns the schema of a tool, and a value that its generated decoder reads. */
    @GET
    @Path("/schema")
    public String schema() {
        return PlaceOrderSpec.INSTANCE.description() + " " + PlaceOrderSpec.INSTANCE.schema(Dialect.OPENAI_STRICT);
    }
}
