package consumer;

import dev.escapement.json.Decoded;
import dev.escapement.tool.Dialect;

/** Uses the generated specification of a tool, and prints the results for a comparison. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LookUpOrderSpec spec = LookUpOrderSpec.INSTANCE;
        System.out.println(spec.name() + " " + spec.schema(Dialect.OPENAI_STRICT));
        System.out.println(spec.decode("{\"orderId\":\"A-1042\"}"));
        System.out.println("rejected: " + (spec.decode("{\"orderId\":1}") instanceof Decoded.Rejected<?>));
    }
}
