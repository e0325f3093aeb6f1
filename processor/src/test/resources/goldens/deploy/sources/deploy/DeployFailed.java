package deploy;

/** A deployment did not succeed. */
public class DeployFailed extends Exception {
    private static final long serialVersionUID = 1L;
}
