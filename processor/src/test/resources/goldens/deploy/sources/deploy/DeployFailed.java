package deploy;

/** Thrown when a deployment fails. */
public class DeployFailed extends Exception {
    private static final long serialVersionUID = 1L;
}
