# The Worker on plain workerd: no development server stands between, whose own work would be measured too.
# `index.js` is bundled beside a copy of this file, and `data` is the folder given on the command line.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "data", disk = (writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const main :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed "index.js")],
  compatibilityDate = "2026-08-01",
  bindings = [
    (name = "CLUSTERS", durableObjectNamespace = "ClusterLog"),
    (name = "DATABASE", durableObjectNamespace = "BenchDatabase"),
    (name = "JURISDICTION", text = ""),
    (name = "ADDRESS_HEADER", text = ""),
    (name = "ORIGINS", text = ""),
    (name = "MEMBER_RATE", text = "1000000000"),
  ],
  durableObjectNamespaces = [
    (className = "ClusterLog", uniqueKey = "goldthread-ClusterLog", enableSql = true),
    (className = "BenchDatabase", uniqueKey = "goldthread-BenchDatabase", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "data"),
);
