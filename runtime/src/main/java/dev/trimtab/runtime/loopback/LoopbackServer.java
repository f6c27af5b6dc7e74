package dev.trimtab.runtime.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.trimtab.runtime.InfrastructureError;
import dev.trimtab.runtime.IoReason;
import dev.trimtab.runtime.UserError;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback interface. */
public final class LoopbackServer implements AutoCloseable {
    private static final int HIGHEST_PORT = 65_535;

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens a server, which answers once it is told {@linkplain #serve how}.
     *
     * @param port where it listens; 0 for any free one
     * @param threads how many requests are answered at a time
     * @throws UserError if there is no such port, or it is taken
     * @throws InfrastructureError if no server can be opened at all
     */
    public static LoopbackServer open(int port, int threads) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UserError("--port must be from 0 to " + HIGHEST_PORT + " but is " + port);
        }
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new LoopbackServer(HttpServer.create(address, 0), Executors.newFixedThreadPool(threads));
        } catch (BindException e) {
            throw new UserError(
                    "cannot serve on port " + port + ": " + IoReason.of(e) + "; choose another by --port", e);
        } catch (IOException e) {
            throw new InfrastructureError("no server can be opened: " + IoReason.of(e), e);
        }
    }

    /** Begins to answer. */
    public void serve(HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /** Returns address and port, as clients write them. */
    public String host() {
        return server.getAddress().getAddress().getHostAddress() + ":" + port();
    }

    /** Returns whether a program of this machine asks, and not a page from elsewhere that a browser shows here. */
    public boolean isOwn(HttpExchange exchange) {
        String asked = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return (host().equals(asked) || ("localhost:" + port()).equals(asked))
                && (origin == null || origin.equals("http://" + asked));
    }

    /** Waits until the thread is interrupted, as when the process is told to end. */
    public static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops at once; requests that are being answered are cut off. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
