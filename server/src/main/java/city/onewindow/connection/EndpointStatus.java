package city.onewindow.connection;

/**
 * How a department's address stands.
 *
 * @param pending how many events wait to be sent
 * @param dead how many were given up, and wait for somebody
 */
public record EndpointStatus(Endpoint endpoint, long pending, long dead) {}
