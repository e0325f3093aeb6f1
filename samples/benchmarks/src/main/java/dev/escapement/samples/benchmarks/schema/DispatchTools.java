package dev.escapement.samples.benchmarks.schema;

import dev.escapement.samples.benchmarks.codec.Shipment;
import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;

/** The tool method whose parameters LangChain4j describes as {@link DispatchShipment}. */
final class DispatchTools {

    private DispatchTools() {}

    @Tool(name = "dispatch_shipment", value = "Dispatch a shipment.")
    static String dispatch(
            @P(name = "carrier", value = "the name of the carrier") String carrier,
            @P(name = "shipment", value = "the shipment, with its parcels") Shipment shipment) {
        return carrier + shipment.id();
    }
}
