/** Fluent asks a network of Microsoft's for Segoe UI unless told before it loads; nothing here leaves the machine. */
Object.assign(window, { FabricConfig: { fontBaseUrl: '' } });

export {};
